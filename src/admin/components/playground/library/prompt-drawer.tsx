import { Button, Drawer, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useNamedPrompt, usePromptActions } from "../../../hooks/use-prompt-library"
import type { NamedPromptDetail } from "../../../lib/playground/verdict-types"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { VersionCard } from "./version-card"
import { VersionDiff } from "./version-diff"

interface PromptDrawerProps {
  campaignId: string
  promptId: string
  onLoad: (text: string) => void
  onClose: () => void
}

/** One named prompt: what changed between its versions, and what each came to. */
export const PromptDrawer = ({ campaignId, promptId, onLoad, onClose }: PromptDrawerProps) => {
  const { t } = useTranslation("verdict")
  const { data: prompt, error } = useNamedPrompt(campaignId, promptId)
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined} className="sm:max-w-[640px]">
        {/* Not Drawer.Header: its close button has no name. */}
        <div className="border-ui-border-base flex items-center justify-between gap-x-3 border-b px-6 py-4">
          <Drawer.Title className="min-w-0 break-words">
            {prompt?.name ?? t("library.versions")}
          </Drawer.Title>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("library.close")}
          </Button>
        </div>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto" tabIndex={0}>
          {error && !prompt && <ErrorNotice title={t("library.failed")} error={error} />}
          {!prompt && !error && <RowsSkeleton />}
          {prompt && <Versions campaignId={campaignId} prompt={prompt} onLoad={onLoad} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

interface VersionsProps {
  campaignId: string
  prompt: NamedPromptDetail
  onLoad: (text: string) => void
}

const Versions = ({ campaignId, prompt, onLoad }: VersionsProps) => {
  const { t } = useTranslation("verdict")
  const tellFailure = useFailureToast()
  const { saveVersion, use } = usePromptActions(campaignId)
  const { id, name, versions, used_version_hash } = prompt
  const onError = (error: Error) => tellFailure(t("library.notChanged"), error)
  return (
    <>
      {versions.length > 1 && <VersionDiff versions={versions} />}
      <ol className="flex flex-col gap-y-4">
        {versions.map((version) => {
          const { prompt_version_hash: hash, text } = version
          const restore = () =>
            saveVersion.mutate(
              { id, text },
              { onSuccess: () => toast.success(t("library.restored")), onError }
            )
          const useInCampaign = () =>
            use.mutate(
              { id, hash },
              { onSuccess: () => toast.success(t("library.used", { name })), onError }
            )
          return (
            <VersionCard
              key={hash}
              version={version}
              isUsed={hash === used_version_hash}
              isBusy={saveVersion.isPending || use.isPending}
              onLoad={() => onLoad(text)}
              onRestore={restore}
              onUse={useInCampaign}
            />
          )
        })}
      </ol>
    </>
  )
}
