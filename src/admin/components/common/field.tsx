import { Hint, Label, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface FieldProps {
  label: string
  hint?: string
  /** What is wrong with what stands there; takes the hint's place. */
  problem?: string
  /** Marked as such. */
  isOptional?: boolean
  /** Gets the id that the label is for, and that of what stands below. */
  children: (id: string, hintId: string) => ReactNode
}

/** A labelled input of a form. */
export const Field = ({ label, hint, problem, isOptional, children }: FieldProps) => {
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
      {children(id, `${id}-hint`)}
      {(problem ?? hint) && (
        <Hint id={`${id}-hint`} variant={problem ? "error" : "info"}>
          {problem ?? hint}
        </Hint>
      )}
    </div>
  )
}
