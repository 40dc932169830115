import { Button, Drawer } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { ErrorNotice } from "./error-notice"

interface FormDrawerProps {
  title: string
  onClose: () => void
  onSave: () => void
  isSaving: boolean
  /** Why saving failed. */
  error: Error | null
  /** What failed, where it is not saving. */
  failure?: string
  saveLabel?: string
  /** False: there is nothing to save yet. */
  canSave?: boolean
  children: ReactNode
}

/** A form beside the page. It stays open until it is saved or closed. */
export const FormDrawer = (props: FormDrawerProps) => {
  const {
    title,
    onClose,
    onSave,
    isSaving,
    error,
    failure,
    saveLabel,
    canSave = true,
    children,
  } = props
  const { t } = useTranslation("outreach")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave()
  }
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <form onSubmit={submit} className="flex flex-1 flex-col overflow-hidden">
          {/* Not Drawer.Header: its close button has no name. Cancel closes as well. */}
          <div className="border-ui-border-base border-b px-6 py-4">
            <Drawer.Title>{title}</Drawer.Title>
          </div>
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {error && <ErrorNotice title={failure ?? t("notSaved")} error={error} />}
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={isSaving} disabled={!canSave}>
              {saveLabel ?? t("actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
