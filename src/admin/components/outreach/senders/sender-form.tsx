import { Checkbox, Input, Label, Textarea, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSenderProfileActions } from "../../../hooks/use-sender-profiles"
import { blankToNull } from "../../../lib/common/blank-to-null"
import type { SenderProfile } from "../../../lib/outreach/types"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { toData, toFacts } from "./facts"
import { FactsFields } from "./facts-fields"

/** What mails are from: nobody should have to know what these are called. */
const NEW_FACTS = [
  { name: "name", value: "" },
  { name: "email", value: "" },
]

interface SenderFormProps {
  /** Null: a new one. */
  profile: SenderProfile | null
  onClose: () => void
}

export const SenderForm = ({ profile, onClose }: SenderFormProps) => {
  const { t } = useTranslation("outreach")
  const [name, setName] = useState(profile?.profile_name ?? "")
  const [description, setDescription] = useState(profile?.description ?? "")
  const [prompt, setPrompt] = useState(profile?.custom_prompt ?? "")
  const [isDefault, setIsDefault] = useState(profile?.is_default ?? false)
  const [facts, setFacts] = useState(profile ? toFacts(profile.sender_data) : NEW_FACTS)
  const { save } = useSenderProfileActions()
  const defaultId = useId()
  const onSave = () =>
    save.mutate(
      {
        id: profile?.id ?? null,
        body: {
          profile_name: name,
          description: blankToNull(description),
          custom_prompt: blankToNull(prompt) && prompt,
          sender_data: toData(facts, profile?.sender_data ?? {}),
          is_default: isDefault,
        },
      },
      {
        onSuccess: () => {
          toast.success(t("senders.saved"))
          onClose()
        },
      }
    )
  return (
    <FormDrawer
      title={t(profile ? "senders.edit" : "senders.create")}
      onClose={onClose}
      onSave={onSave}
      isSaving={save.isPending}
      error={save.error}
      canSave={name.trim() !== ""}
    >
      <Field label={t("senders.name")}>
        {(id) => (
          <Input
            id={id}
            aria-required
            autoFocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("senders.description")} isOptional>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <FactsFields facts={facts} onChange={setFacts} />
      <Field label={t("senders.prompt")} hint={t("senders.promptHint")} isOptional>
        {(id) => (
          <Textarea
            id={id}
            rows={8}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
          />
        )}
      </Field>
      <div className="flex items-center gap-x-2">
        <Checkbox
          id={defaultId}
          checked={isDefault}
          onCheckedChange={(checked) => setIsDefault(checked === true)}
        />
        <Label size="small" htmlFor={defaultId}>
          {t("senders.isDefault")}
        </Label>
      </div>
    </FormDrawer>
  )
}
