import { Hint, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

interface FieldProps {
  label: string
  hint?: string
  /** Gets the id that the label is for. */
  children: (id: string) => ReactNode
}

/** A labelled input of a form. */
export const Field = ({ label, hint, children }: FieldProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      {children(id)}
      {hint && <Hint>{hint}</Hint>}
    </div>
  )
}
