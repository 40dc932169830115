import { EllipsisHorizontal } from "@medusajs/icons"
import { Badge, Button, DropdownMenu, IconButton, Table, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useFormat } from "../../../hooks/common/use-format"
import { usePromptActions, useReadNamedPrompt } from "../../../hooks/use-prompt-library"
import type { NamedPrompt } from "../../../lib/playground/verdict-types"
import { ShortText } from "../../common/short-text"

interface LibraryRowProps {
  campaignId: string
  prompt: NamedPrompt
  onOpen: () => void
  onEdit: () => void
  onLoad: (text: string, promptId: string) => void
}

export const LibraryRow = ({ campaignId, prompt, onOpen, onEdit, onLoad }: LibraryRowProps) => {
  const { t } = useTranslation("verdict")
  const format = useFormat()
  const tellFailure = useFailureToast()
  const { use, change } = usePromptActions(campaignId)
  const read = useReadNamedPrompt(campaignId)
  const { id, name, archived } = prompt
  const failed = (error: Error) => tellFailure(t("library.notChanged"), error)
  const load = () =>
    read.mutate(id, {
      onSuccess: (text) => onLoad(text, id),
      onError: (error) => tellFailure(t("library.notLoaded"), error),
    })
  const useInCampaign = () =>
    use.mutate(
      { id, hash: prompt.current_version_hash },
      { onSuccess: () => toast.success(t("library.used", { name })), onError: failed }
    )
  const archive = () =>
    change.mutate(
      { id, archived: !archived },
      {
        onSuccess: () =>
          toast.success(t(archived ? "library.unarchived" : "library.archived", { name })),
        onError: failed,
      }
    )
  const actions = [
    ...(archived ? [] : [{ label: t("library.use"), act: useInCampaign }]),
    { label: t("library.edit"), act: onEdit },
    { label: t(archived ? "library.unarchive" : "library.archive"), act: archive },
  ]
  return (
    <Table.Row className="[&_td]:whitespace-nowrap">
      <Table.Cell>
        <span className="flex items-center gap-x-2">
          <ShortText>{name}</ShortText>
          {prompt.used_version_hash !== null && (
            <Badge size="2xsmall" color="green">
              {t("library.inUse")}
            </Badge>
          )}
        </span>
      </Table.Cell>
      <Table.Cell>
        <ShortText>{prompt.note}</ShortText>
      </Table.Cell>
      <Table.Cell>{format.number(prompt.versions_count)}</Table.Cell>
      <Table.Cell>{format.dateTime(prompt.updated_at)}</Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-x-2">
          <Button
            size="small"
            variant="transparent"
            aria-label={t("library.of", { label: t("library.versions"), name })}
            onClick={onOpen}
          >
            {t("library.versions")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            isLoading={read.isPending}
            aria-label={t("library.of", { label: t("library.load"), name })}
            onClick={load}
          >
            {t("library.load")}
          </Button>
          <DropdownMenu>
            <DropdownMenu.Trigger asChild>
              <IconButton
                size="small"
                variant="transparent"
                aria-label={t("library.of", { label: t("library.actions"), name })}
              >
                <EllipsisHorizontal />
              </IconButton>
            </DropdownMenu.Trigger>
            <DropdownMenu.Content align="end">
              {actions.map(({ label, act }) => (
                <DropdownMenu.Item key={label} onClick={act}>
                  {label}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Content>
          </DropdownMenu>
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
