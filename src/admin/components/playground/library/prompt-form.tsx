import { useState } from "react"
import { useTranslation } from "react-i18next"
import { usePromptActions } from "../../../hooks/use-prompt-library"
import { blankToNull } from "../../../lib/common/blank-to-null"
import type { NamedPrompt } from "../../../lib/playground/verdict-types"
import { FormDrawer } from "../../common/form-drawer"
import { PromptName, PromptNote } from "./prompt-fields"

interface PromptFormProps {
  campaignId: string
  prompt: NamedPrompt
  onClose: () => void
}

/** What a prompt is called, and what is good to know of it. */
export const PromptForm = ({ campaignId, prompt, onClose }: PromptFormProps) => {
  const { t } = useTranslation("verdict")
  const [name, setName] = useState(prompt.name)
  const [note, setNote] = useState(prompt.note ?? "")
  const { change } = usePromptActions(campaignId)
  const onSave = () =>
    change.mutate(
      { id: prompt.id, name: name.trim(), note: blankToNull(note) },
      { onSuccess: onClose }
    )
  return (
    <FormDrawer
      title={t("library.edit")}
      onClose={onClose}
      onSave={onSave}
      isSaving={change.isPending}
      error={change.error}
      canSave={name.trim() !== ""}
    >
      <PromptName value={name} onChange={setName} />
      <PromptNote label={t("library.note")} value={note} onChange={setNote} />
    </FormDrawer>
  )
}
