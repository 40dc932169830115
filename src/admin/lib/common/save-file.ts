/** Hands a text, or what a file is made of, to the browser's downloads. */
export function saveFile(content: string | Blob, name: string, type: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
