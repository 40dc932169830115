/** What ends a sentence, or closes a bracket, is not part of the address before it. */
const LINK = /(https?:\/\/[^\s<>"“”„«»]*[^\s<>"“”„«»'’.,;:!?)\]}])/g

/** A text cut at its web addresses; joined it is the text again. */
export const splitLinks = (text: string): { part: string; isLink: boolean }[] =>
  text
    .split(LINK)
    .map((part, place) => ({ part, isLink: place % 2 === 1 }))
    .filter(({ part }) => part !== "")
