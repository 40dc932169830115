import { useRef, useState } from "react"
import type { Draft } from "../lib/playground/types"

/** What the reviewer does with the draft that is open. */
export type DeskMode = "read" | "edit" | "reject"

/** What a reviewer makes of a draft's text. */
export interface Email {
  subject: string
  body: string
}

/** Which of the shown drafts is open, and what is being done with it. */
export function useDraftDesk(shown: readonly Draft[]) {
  const [openId, setOpenId] = useState<string | null>(null)
  const [mode, setMode] = useState<DeskMode>("read")
  /** Where there is no room for both, the pane stands in the list's place. */
  const [isPaneOpen, setPaneOpen] = useState(false)

  /** Begun and not approved, by draft: looking at another draft must not lose them. */
  const edits = useRef(new Map<string, Email>())

  const openPlace = shown.findIndex(({ id }) => id === openId)
  const place = Math.max(0, openPlace)
  const open = (id: string | undefined) => {
    if (!id) return
    setOpenId(id)
    setMode("read")
  }
  return {
    draft: shown[place],
    place,
    mode,
    isPaneOpen,
    setMode,
    edits: edits.current,
    /** Opens a draft and its pane. */
    choose: (id: string) => {
      open(id)
      setPaneOpen(true)
    },
    backToList: () => setPaneOpen(false),
    /** Stays where it is at either end. */
    move: (by: 1 | -1) => open(shown[place + by]?.id ?? shown[place]?.id),
    /** The next that nobody has decided on: below it, else from the top; none: stays. */
    moveToUndecided: () => {
      const ahead = [...shown.slice(place + 1), ...shown.slice(0, place)]
      open((ahead.find(({ review_status }) => review_status === "pending") ?? shown[place])?.id)
    },
  }
}

export type DraftDesk = ReturnType<typeof useDraftDesk>
