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
    {/* A long label is cut, instead of growing out of its box on a phone. */}
    <Select.Trigger id={id} aria-label={label} className="[&>span]:truncate [&>svg]:shrink-0">
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
