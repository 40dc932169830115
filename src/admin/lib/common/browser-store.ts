import type { TextStore } from "./kept-texts"

/** The browser's store for this origin; null where the browser allows none. */
export function browserStore(): TextStore | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
