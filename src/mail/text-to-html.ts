import linkifyStr from "linkify-string"

/** The same text as HTML: nothing added but links that can be clicked, and line breaks. */
export function textToHtml(text: string): string {
  const body = linkifyStr(text, { nl2br: true, defaultProtocol: "https", rel: "noopener" })
  return `<!doctype html><html><body><div style="font-family: sans-serif">${body}</div></body></html>`
}
