import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import ts from "typescript"

/**
 * What a reader of the list of tests would stumble over: two tests of the same title, and tests that
 * are switched off (`skip`, `todo`) or switch the others off (`only`).
 */
export async function findTestProblems(directory: string): Promise<string[]> {
  const problems: string[] = []
  const firstUse = new Map<string, string>()
  const entries = await readdir(directory, { recursive: true })
  for (const entry of entries.filter((name) => name.endsWith(".ts")).sort()) {
    const file = path.join(directory, entry)
    const source = ts.createSourceFile(file, await readFile(file, "utf8"), ts.ScriptTarget.Latest)
    for (const call of callsIn(source)) {
      const test = toTest(call)
      if (!test) continue
      const { line } = source.getLineAndCharacterOfPosition(call.getStart(source))
      const place = `${file}:${line + 1}`
      if (test.switchedOff) problems.push(`${place}: .${test.switchedOff} is left standing`)
      if (test.title === undefined) continue
      const first = firstUse.get(test.title)
      if (first) problems.push(`${place}: "${test.title}" is also the title at ${first}`)
      else firstUse.set(test.title, place)
    }
  }
  return problems
}

interface Test {
  /** Undefined for a `describe`, and for a title that is put together at run time. */
  title: string | undefined
  switchedOff: string | undefined
}

function* callsIn(node: ts.Node): Generator<ts.CallExpression> {
  if (ts.isCallExpression(node)) yield node
  const children: ts.Node[] = []
  node.forEachChild((child) => void children.push(child))
  for (const child of children) yield* callsIn(child)
}

/** `it("…")`, `it.only("…")`, `it.each(rows)("…")`, and the same for `test` and `describe`. */
function toTest(call: ts.CallExpression): Test | null {
  let callee: ts.Expression = call.expression
  let switchedOff: string | undefined
  for (;;) {
    if (ts.isPropertyAccessExpression(callee)) {
      if (/^(only|skip|todo)$/.test(callee.name.text)) switchedOff = callee.name.text
      callee = callee.expression
    } else if (ts.isCallExpression(callee)) callee = callee.expression
    else if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag
    else break
  }
  if (!ts.isIdentifier(callee) || !/^(it|test|describe)$/.test(callee.text)) return null
  const [title] = call.arguments
  const isTitle = callee.text !== "describe" && title && ts.isStringLiteralLike(title)
  return { title: isTitle ? title.text : undefined, switchedOff }
}
