import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNamedPrompts, usePromptActions } from "../../../hooks/use-prompt-library"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { PromptName, PromptNote } from "./prompt-fields"

const NEW = "new"
/** So many prompts are offered, the last changed first. */
const OFFERED = 100

interface SavePromptProps {
  campaignId: string
  text: string
  /** The named prompt that it was made from; undefined: none is known. */
  fromId: string | undefined
  onSaved: (promptId: string) => void
  onClose: () => void
}

/** Keeps a text under a name of its own, or as another version of a prompt that has one. */
export const SavePrompt = (props: SavePromptProps) => {
  const { campaignId, text, fromId, onSaved, onClose } = props
  const { t } = useTranslation("verdict")
  const { data } = useNamedPrompts(campaignId, { offset: 0, limit: OFFERED })
  const { create, saveVersion } = usePromptActions(campaignId)
  const prompts = data?.prompts ?? []
  const [chosen, setChosen] = useState<string>()
  const [name, setName] = useState("")
  const [note, setNote] = useState("")
  const known = prompts.find(({ id }) => id === (chosen ?? fromId))
  const onSave = () => {
    const body = { text, ...(note.trim() && { note: note.trim() }) }
    const onSuccess = ({ prompt }: { prompt: { id: string } }) => {
      toast.success(t("library.saved"))
      onSaved(prompt.id)
    }
    if (known) saveVersion.mutate({ id: known.id, ...body }, { onSuccess })
    else create.mutate({ name: name.trim(), ...body }, { onSuccess })
  }
  return (
    <FormDrawer
      title={t("library.save")}
      onClose={onClose}
      onSave={onSave}
      isSaving={create.isPending || saveVersion.isPending}
      error={create.error ?? saveVersion.error}
      canSave={known !== undefined || name.trim() !== ""}
    >
      {prompts.length > 0 && (
        <Field label={t("library.saveAs")}>
          {(id) => (
            <Choice
              id={id}
              value={known?.id ?? NEW}
              onChange={setChosen}
              options={[
                { value: NEW, label: t("library.asNew") },
                ...prompts.map((prompt) => ({
                  value: prompt.id,
                  label: t("library.asVersion", { name: prompt.name }),
                })),
              ]}
            />
          )}
        </Field>
      )}
      {!known && <PromptName value={name} onChange={setName} />}
      <PromptNote
        label={t(known ? "library.versionNote" : "library.note")}
        value={note}
        onChange={setNote}
      />
    </FormDrawer>
  )
}
