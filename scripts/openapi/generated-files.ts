import * as prettier from "prettier"
import { buildDocument } from "./build-document"
import { checksFileSchema } from "./checks-file-schema"
import { toMarkdown } from "./to-markdown"

/** What `npm run openapi` writes: paths from the root of the repository, and texts. */
export async function generatedFiles(): Promise<{ path: string; text: string }[]> {
  const document = buildDocument()
  const style = await prettier.resolveConfig("package.json")
  return [
    { path: "checks.schema.json", text: `${JSON.stringify(checksFileSchema(), null, 2)}\n` },
    { path: "docs/openapi.json", text: `${JSON.stringify(document, null, 2)}\n` },
    {
      path: "docs/http-reference.md",
      text: await prettier.format(toMarkdown(document), { ...style, parser: "markdown" }),
    },
  ]
}
