import { useEffect, useState } from "react"
import { keptEdits, openedDrafts } from "../lib/playground/kept"
import type { Draft } from "../lib/playground/types"
import { useKeptTexts } from "./common/use-kept-texts"
import { usePlaygroundAddress } from "./use-playground-address"

/** What the reviewer does with the draft that is open. */
export type DeskMode = "read" | "edit" | "reject" | "rewrite"

/** Which of the batch's shown drafts is open, and what is being done with it. */
export function useDraftDesk(batchId: string, shown: readonly Draft[]) {
  const address = usePlaygroundAddress()
  const [doing, setDoing] = useState<{ draftId: string; mode: DeskMode } | null>(null)
  const edits = useKeptTexts(keptEdits)
  const opened = useKeptTexts(openedDrafts).get(batchId) ?? []

  // The address follows a moment later: keys that are pressed in between are about this draft.
  const [openId, setOpenId] = useState(address.draftId)
  useEffect(() => setOpenId(address.draftId), [address.draftId])

  const openPlace = shown.findIndex(({ id }) => id === openId)
  const place = Math.max(0, openPlace)
  const draft = shown[place]
  /** Where there is no room for both, the pane stands in the list's place. */
  const isPaneOpen = openPlace !== -1
  useNoteOpened(batchId, draft?.id, isPaneOpen)

  const mode = doing && doing.draftId === draft?.id ? doing.mode : "read"

  const open = (id: string | undefined) => {
    if (!id) return
    setOpenId(id)
    address.showDraft(batchId, id)
    setDoing(null)
  }
  const move = (by: number) => shown[place + by]?.id
  return {
    draft,
    place,
    mode,
    isPaneOpen,
    setMode: (next: DeskMode) => setDoing(draft ? { draftId: draft.id, mode: next } : null),
    /** Begun and not approved, by draft id. */
    edits,
    /** Ids of the drafts that somebody looked at here. */
    opened,
    choose: open,
    backToList: address.showList,
    /** Stays where it is at either end. */
    move: (by: 1 | -1) => open(move(by) ?? draft?.id),
    /** The next that nobody has decided on: below it, else from the top; none: stays. */
    moveToUndecided: () => {
      const ahead = [...shown.slice(place + 1), ...shown.slice(0, place)]
      open((ahead.find(({ review_status }) => review_status === "pending") ?? draft)?.id)
    },
  }
}

export type DraftDesk = ReturnType<typeof useDraftDesk>

/** From this width on the pane stands beside the list. */
const BOTH = "(min-width: 768px)"

function useNoteOpened(batchId: string, draftId: string | undefined, isPaneOpen: boolean): void {
  useEffect(() => {
    if (!draftId || !(isPaneOpen || window.matchMedia(BOTH).matches)) return
    const ids = openedDrafts.entries.get(batchId) ?? []
    if (!ids.includes(draftId)) openedDrafts.keep(batchId, [...ids, draftId])
  }, [batchId, draftId, isPaneOpen])
}
