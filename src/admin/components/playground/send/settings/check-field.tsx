import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"

interface CheckFieldProps {
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Yes or no, with what yes means. */
export const CheckField = ({ label, hint, checked, onChange }: CheckFieldProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-2">
        <Checkbox
          id={id}
          aria-describedby={`${id}-hint`}
          checked={checked}
          onCheckedChange={(is) => onChange(is === true)}
        />
        <Label size="small" weight="plus" htmlFor={id}>
          {label}
        </Label>
      </div>
      <Hint id={`${id}-hint`}>{hint}</Hint>
    </div>
  )
}
