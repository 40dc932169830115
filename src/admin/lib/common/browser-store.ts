import type { TextStore } from "./kept-texts"

/** The browser's store for this origin; null where there is none, or the browser allows none. */
export function browserStore(): TextStore | null {
  try {
    return (globalThis as { localStorage?: TextStore }).localStorage ?? null
  } catch {
    return null
  }
}
