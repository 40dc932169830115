import path from "node:path"
import { ESLint, type Linter } from "eslint"
import tseslint from "typescript-eslint"

const ROOT = path.resolve(__dirname, "../..")

/** What lint says of a file at this path that imports this. */
async function problemsWith(file: string, imported: string): Promise<string[]> {
  const { default: arrows } = (await import(path.join(ROOT, "eslint.arrows.mjs"))) as {
    default: Linter.Config[]
  }
  const parser = tseslint.parser as Linter.Parser
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions: { parser } }, ...arrows],
  })
  const code = `import type { Anything } from "${imported}"\n`
  const [result] = await eslint.lintText(code, { filePath: path.join(ROOT, file) })
  return (result?.messages ?? []).map(({ message }) => message)
}

describe("lint holds the arrows of docs/architecture.md", () => {
  it.each([
    ["src/modules/playground/sql/transitions/a.ts", "../../generation/spend", "nothing above it"],
    ["src/modules/playground/sql/a.ts", "../signals/signal-listener", "nothing above it"],
    ["src/modules/playground/sql/reads/a.ts", "../../review/dtos", "nothing above it"],
    ["src/modules/delivery/sql/a.ts", "../worker/run-campaign", "nothing above it"],
    ["src/modules/delivery/sql/a.ts", "../suppressions/suppression-list", "nothing above it"],
    ["src/modules/playground/review/a.ts", "../../outreach", "never import each other"],
    ["src/modules/delivery/sends/a.ts", "../../playground", "never import each other"],
    ["src/modules/playground/review/a.ts", "../../delivery", "never import each other"],
    ["src/modules/outreach/a.ts", "../playground/index", "never import each other"],
    ["src/modules/outreach/a.ts", "../../workflows", "knows nothing of who uses it"],
    ["src/jobs/a.ts", "../modules/playground/runtime/summarize-ids", "the module's face"],
    ["src/workflows/drafts/a.ts", "../../modules/outreach/service", "the module's face"],
    ["src/workflows/drafts/a.ts", "../../persistence/db", "No SQL in a workflow"],
    ["src/api/api/v1/campaigns/route.ts", "../../../../persistence/db", "No SQL in a route"],
    ["src/providers/ai-sdk/a.ts", "../../modules/playground", "imports the ports"],
    ["src/ports/a.ts", "../modules/playground", "stand on this room"],
    ["src/hosting/a.ts", "../modules/delivery", "stand on this room"],
    ["src/telemetry/a.ts", "../providers/smtp", "stand on this room"],
    ["src/workflows/a.ts", "../../testing/eventually", "runs beside a host"],
    ["testing/a.ts", "../integration-tests/http/client", "Nothing imports tests"],
    ["bench/r1.ts", "../integration-tests/http/client", "Nothing imports tests"],
    ["src/api/utils/a.ts", "../../../integration-tests/http/client", "Nothing imports tests"],
  ])("%s may not import %s", async (file, imported, why) => {
    expect(await problemsWith(file, imported)).toEqual([expect.stringContaining(why)])
  })

  it.each([
    ["src/modules/playground/sql/transitions/a.ts", "../../state-machine"],
    ["src/modules/playground/sql/review/a.ts", "../reads/retrieve-batch"],
    ["src/modules/playground/sql/reads/a.ts", "../review/list-approved-emails"],
    ["src/modules/playground/review/a.ts", "../sql/review/approve-emails"],
    ["src/workflows/drafts/a.ts", "../../modules/playground"],
    ["src/jobs/a.ts", "../modules/playground"],
    ["src/providers/ai-sdk/a.ts", "../../ports"],
    ["integration-tests/http/a.spec.ts", "../../testing/eventually"],
  ])("%s may import %s", async (file, imported) => {
    expect(await problemsWith(file, imported)).toEqual([])
  })
})
