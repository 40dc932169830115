const ODD = /[^\S ]|[‘’ʼ“”„«»]/g
const APOSTROPHES = "‘’ʼ"
const QUOTATION_MARKS = "“”„«»"

function plain(odd: string): string {
  if (APOSTROPHES.includes(odd)) return "'"
  return QUOTATION_MARKS.includes(odd) ? '"' : " "
}

/** The one letter that becomes two in lower case. */
const DOTTED_I = "İ"

/**
 * A text for searching: letter case, line breaks and the shape of quotation marks aside. Every character
 * keeps its place, so that what is found stands at the same place in the text itself.
 */
export const fold = (text: string): string =>
  text.replaceAll(DOTTED_I, "i").toLowerCase().replace(ODD, plain)
