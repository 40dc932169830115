import { useEffect, useRef } from "react"

/** What each key does. */
export type ReviewKeys = Partial<Record<string, () => void>>

/** The host's own two-key shortcuts begin with it, `g` then `o` for example. */
const HOST_PREFIX = "g"
const HOST_PREFIX_MS = 1_000

/** True where a key is a letter of a text, or a choice in a list. */
function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return (
    target.closest("input, textarea, select, [role=listbox], [role=menu], [role=combobox]") !== null
  )
}

/** Calls what belongs to a key, unless somebody types, a dialog is open or a modifier is held. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    let prefixedAt = -Infinity
    const onKeyDown = (event: KeyboardEvent) => {
      const isPrefixed = event.timeStamp - prefixedAt < HOST_PREFIX_MS
      prefixedAt = event.key === HOST_PREFIX ? event.timeStamp : -Infinity
      if (
        isPrefixed ||
        event.defaultPrevented ||
        (event.repeat && event.key !== "j" && event.key !== "k")
      )
        return
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return
      if (document.querySelector("[role=dialog], [role=alertdialog]")) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [])
}
