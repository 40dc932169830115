import { Badge, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

interface PlaceholderListProps {
  paths: readonly string[]
  onChoose: (path: string) => void
}

export const PlaceholderList = ({ paths, onChoose }: PlaceholderListProps) => {
  const { t } = useTranslation("playground")
  const id = useId()
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
              aria-label={t("prompt.insert", { path })}
              onClick={() => onChoose(path)}
            >
              {path}
            </button>
          </Badge>
        ))}
      </div>
    </div>
  )
}
