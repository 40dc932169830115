import { Select } from "@medusajs/ui"

interface ChoiceProps {
  id?: string
  label?: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
  disabled?: boolean
}

/** One of a few. */
export const Choice = ({ id, label, value, onChange, options, disabled }: ChoiceProps) => (
  <Select
    size="small"
    value={value}
    // It also reports nothing at all, when options arrive after the value.
    onValueChange={(chosen) => chosen && onChange(chosen)}
    disabled={disabled}
  >
    <Select.Trigger id={id} aria-label={label}>
      <Select.Value />
    </Select.Trigger>
    <Select.Content>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
