import { Hint, Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface FieldProps {
  label: string
  hint?: string
  /** Marked as such. */
  isOptional?: boolean
  /** Gets the id that the label is for. */
  children: (id: string) => ReactNode
}

/** A labelled input of a form. */
export const Field = ({ label, hint, isOptional, children }: FieldProps) => {
  const { t } = useTranslation("outreach")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-1">
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
        {isOptional && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t("actions.optional")}
          </Text>
        )}
      </div>
      {children(id)}
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}
