import { useMemo } from "react"
import { diffWords, joinChanges, type DiffPart } from "../../lib/playground/diff-words"

/** A text with what went marked as deleted and what came marked as inserted. */
export const DiffText = ({ before, after }: { before: string; after: string }) => {
  const parts = useMemo(() => joinChanges(diffWords(before, after)), [before, after])
  return (
    <div className="whitespace-pre-wrap break-words">
      {parts.map((part, place) => (
        <Part key={place} {...part} />
      ))}
    </div>
  )
}

const Part = ({ kind, text }: DiffPart) => {
  switch (kind) {
    case "same":
      return <>{text}</>
    case "removed":
      return <del className="bg-ui-tag-red-bg text-ui-tag-red-text rounded-sm">{text}</del>
    case "added":
      return (
        <ins className="bg-ui-tag-green-bg text-ui-tag-green-text rounded-sm no-underline">
          {text}
        </ins>
      )
  }
}
