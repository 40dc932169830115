import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { firstWords } from "../../../lib/playground/first-words"
import type { NamedPromptVersion } from "../../../lib/playground/verdict-types"
import { Choice } from "../../common/choice"
import { DiffText } from "../../common/diff-text"

/** What changed between any two versions: from the one before to the current one, at first. */
export const VersionDiff = ({ versions }: { versions: readonly NamedPromptVersion[] }) => {
  const { t } = useTranslation("verdict")
  const format = useFormat()
  const [from, setFrom] = useState<string>()
  const [to, setTo] = useState<string>()
  const textOf = (hash: string | undefined, fallback: number) =>
    versions.find(({ prompt_version_hash }) => prompt_version_hash === hash) ?? versions[fallback]
  const before = textOf(from, 1)
  const after = textOf(to, 0)
  const options = versions.map(({ prompt_version_hash, created_at, text, note }) => ({
    value: prompt_version_hash,
    label: `${format.dateTime(created_at)} · ${firstWords(note ?? text)}`,
  }))
  if (!before || !after) return null
  return (
    <section aria-label={t("library.diff")} className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("library.diff")}
      </Text>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2 [&_button>span]:truncate">
        <Choice
          label={t("library.diffFrom")}
          value={before.prompt_version_hash}
          onChange={setFrom}
          options={options}
        />
        <Choice
          label={t("library.diffTo")}
          value={after.prompt_version_hash}
          onChange={setTo}
          options={options}
        />
      </div>
      <div
        tabIndex={0}
        role="region"
        aria-label={t("library.diff")}
        className="bg-ui-bg-subtle txt-small max-h-60 overflow-y-auto rounded-lg border p-3"
      >
        {before === after ? (
          t("library.sameVersion")
        ) : (
          <DiffText before={before.text} after={after.text} />
        )}
      </div>
    </section>
  )
}
