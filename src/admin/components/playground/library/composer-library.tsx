import { Button, DropdownMenu } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import type { Composer } from "../../../hooks/use-composer"
import { useNamedPrompts, useReadNamedPrompt } from "../../../hooks/use-prompt-library"
import { SavePrompt } from "./save-prompt"

/** So many are offered beside the field; the others stand in the tab. */
const OFFERED = 12

interface ComposerLibraryProps {
  campaignId: string
  composer: Composer
}

/** Takes a named prompt into the field, or gives the field's text a name. */
export const ComposerLibrary = ({ campaignId, composer }: ComposerLibraryProps) => {
  const { t } = useTranslation("verdict")
  const tellFailure = useFailureToast()
  const [isSaving, setSaving] = useState(false)
  const { data } = useNamedPrompts(campaignId, { offset: 0, limit: OFFERED })
  const read = useReadNamedPrompt(campaignId)
  const { prompt, loadedId, load } = composer
  const take = (id: string) =>
    read.mutate(id, {
      onSuccess: (text) => load(text, id),
      onError: (error) => tellFailure(t("library.notLoaded"), error),
    })
  return (
    <>
      {data && data.prompts.length > 0 && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <Button size="small" variant="secondary" isLoading={read.isPending}>
              {t("library.loadNamed")}
            </Button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="end" className="max-w-[320px]">
            {data.prompts.map(({ id, name }) => (
              <DropdownMenu.Item key={id} onClick={() => take(id)}>
                <span className="truncate">{name}</span>
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
      <Button
        size="small"
        variant="secondary"
        disabled={prompt.trim() === ""}
        onClick={() => setSaving(true)}
      >
        {t("library.save")}
      </Button>
      {isSaving && (
        <SavePrompt
          campaignId={campaignId}
          text={prompt}
          fromId={loadedId}
          onSaved={(id) => {
            load(prompt, id)
            setSaving(false)
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  )
}
