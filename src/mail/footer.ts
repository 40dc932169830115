/** Where the link stands in a footer; a footer without it gets the link as its last line. */
const LINK = /\{\{\s*unsubscribe_url\s*\}\}/g

/** What is below the mail: the campaign's footer with this mail's link to unsubscribe. */
export function renderFooter(footer: string, link: string): string {
  const filled = footer.replace(LINK, () => link)
  return filled === footer ? `${footer}\n${link}` : filled
}

/** The text that is sent: the approved body, byte for byte, a separator line, and the footer. */
export function withFooter(body: string, footer: string): string {
  return `${body}\n\n-- \n${footer}`
}
