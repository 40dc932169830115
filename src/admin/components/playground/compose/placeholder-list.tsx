import { Badge, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useVariableName } from "../../../hooks/use-variable-name"

interface PlaceholderListProps {
  paths: readonly string[]
  onChoose: (path: string) => void
}

/** A placeholder as it is written; a fact of the shop's customers by what it is called. */
export const PlaceholderList = ({ paths, onChoose }: PlaceholderListProps) => {
  const { t } = useTranslation("playground")
  const id = useId()
  const inWords = useVariableName()
  const nameOf = (path: string) => (path.startsWith("customer.") ? inWords(path) : path)
  return (
    <div className="flex flex-col gap-y-2" role="group" aria-labelledby={id}>
      <Text id={id} size="small" leading="compact" className="text-ui-fg-subtle">
        {t("prompt.placeholders")}
      </Text>
      <div className="flex flex-wrap gap-2">
        {paths.map((path) => (
          <Badge key={path} asChild size="xsmall" className="hover:bg-ui-bg-subtle-hover">
            <button
              type="button"
              aria-label={t("prompt.insert", { path: nameOf(path) })}
              onClick={() => onChoose(path)}
            >
              {nameOf(path)}
            </button>
          </Badge>
        ))}
      </div>
    </div>
  )
}
