import { createHash } from "node:crypto"
import { normalisePrompt } from "./normalise-prompt"

/** `prompt_version_hash`: lower-case hex SHA-256 of the normalised text in UTF-8. */
export function hashPrompt(text: string): string {
  return createHash("sha256").update(normalisePrompt(text), "utf8").digest("hex")
}
