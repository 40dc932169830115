import { pageParam } from "./page"
import { textUpTo } from "../../validation/text"

const MAX_SEARCH_LENGTH = 255

/** `q`, `offset` and `limit` of a list that can be searched, as the members of a query schema. */
export const searchParam = () => ({
  q: textUpTo(MAX_SEARCH_LENGTH).optional(),
  ...pageParam(),
})
