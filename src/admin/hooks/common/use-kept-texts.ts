import { useSyncExternalStore } from "react"
import type { KeptTexts } from "../../lib/common/kept-texts"

/** What is kept, by key; drawn again with each change. */
export const useKeptTexts = <T>(texts: KeptTexts<T>): ReadonlyMap<string, T> =>
  useSyncExternalStore(texts.subscribe, () => texts.entries)
