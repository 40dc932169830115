import { Button, Drawer } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BatchStatus } from "../../../lib/playground/types"
import { FailureGroups } from "./failure-groups"

interface FailuresDrawerProps {
  campaignId: string
  state: BatchStatus
  onEditPrompt: () => void
  onClose: () => void
}

/** The reasons beside the page: nothing on it moves when they appear. */
export const FailuresDrawer = (props: FailuresDrawerProps) => {
  const { campaignId, state, onEditPrompt, onClose } = props
  const { t } = useTranslation("playground")
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        {/* Not Drawer.Header: its close button has no name. */}
        <div className="border-ui-border-base border-b px-6 py-4">
          <Drawer.Title>{t("failures.title")}</Drawer.Title>
        </div>
        <Drawer.Body className="overflow-y-auto p-0">
          <FailureGroups
            campaignId={campaignId}
            state={state}
            onEditPrompt={() => {
              onClose()
              onEditPrompt()
            }}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("keys.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
