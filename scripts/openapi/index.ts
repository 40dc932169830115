import { writeFileSync } from "node:fs"
import { generatedFiles } from "./generated-files"

void generatedFiles().then((files) => {
  for (const { path, text } of files) writeFileSync(path, text)
  console.log(`Wrote ${files.map(({ path }) => path).join(", ")}.`)
})
