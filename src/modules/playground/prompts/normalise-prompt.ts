/**
 * The form in which prompts are compared, hashed and stored: Unicode NFC, line ends as LF, trailing
 * white space cut. Two texts that a person cannot tell apart are one prompt version.
 */
export function normalisePrompt(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trimEnd()
}
