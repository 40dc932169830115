import { mkdtemp, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { findTestProblems } from "../../scripts/testing/find-test-problems"

describe("the list of tests", () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(path.join(os.tmpdir(), "playground-titles-"))
  })
  afterEach(() => rm(directory, { recursive: true }))

  const write = (file: string, lines: string[]) =>
    writeFile(path.join(directory, file), lines.join("\n"))

  it("may not hold one title twice, in whichever file or form", async () => {
    await write("a.spec.ts", [`it("keeps", () => {})`, `it.each([1])("counts %s", () => {})`])
    await write("b.spec.ts", [
      "describe('outer', () => {",
      "  test(`keeps`, () => {})",
      "  test.each`n`('counts %s', () => {})",
      "})",
    ])
    const [a, b] = ["a.spec.ts", "b.spec.ts"].map((file) => path.join(directory, file))
    expect(await findTestProblems(directory)).toEqual([
      `${b}:2: "keeps" is also the title at ${a}:1`,
      `${b}:3: "counts %s" is also the title at ${a}:2`,
    ])
  })

  it("may not switch a test off or on its own", async () => {
    await write("c.spec.ts", [
      `it.only("alone", () => {})`,
      `describe.skip("left out", () => {})`,
      `it.todo("some day")`,
    ])
    const problems = await findTestProblems(directory)
    expect(problems.map((problem) => problem.split(": ")[1])).toEqual([
      ".only is left standing",
      ".skip is left standing",
      ".todo is left standing",
    ])
  })

  it("may use a describe's title again, and any other call's", async () => {
    await write("d.spec.ts", [
      `describe("a room", () => { it("is warm", () => {}) })`,
      `describe("a room", () => { submit("is warm") })`,
    ])
    expect(await findTestProblems(directory)).toEqual([])
  })
})
