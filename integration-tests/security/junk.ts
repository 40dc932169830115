import * as fc from "fast-check"

const LIMITS = [10, 32, 50, 64, 100, 200, 255, 320, 500, 998, 1000, 32_000, 50_000]

/** Texts that something in the way from a client to Postgres may stumble over. */
export const junkText = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "\0",
      "a\0b",
      "\ud83d",
      "x\udc00",
      "\u202e",
      "null",
      "undefined",
      "NaN",
      "[object Object]",
    ],
    ...[
      "__proto__",
      "constructor",
      "' or 1=1 --",
      "'; drop table playground_draft_task",
      "%s%n",
      "$1",
    ],
    ...[
      "../../etc/passwd",
      "{{ lead",
      "{% for a in b %}",
      "-1",
      "0",
      "1.5",
      "1e3",
      "0x10",
      " 1",
      "33",
    ],
    ...["201", "99999999999", "00000000-0000-4000-8000-00000000000g", "a,b", "2026-02-30"]
  ),
  fc
    .tuple(fc.constantFrom(...LIMITS), fc.constantFrom("x", "ü", "😀"))
    .map(([limit, letter]) => letter.repeat(limit + 1)),
  fc.string({ unit: "binary", maxLength: 40 })
)

const nested = (depth: number, isList: boolean): unknown => {
  let value: unknown = "deep"
  for (let level = 0; level < depth; level++) value = isList ? [value] : { of: value }
  return value
}

/** Values that stand beside what a schema takes. */
export const junkValue: fc.Arbitrary<unknown> = fc.oneof(
  junkText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 33, 201, 1001, 1_000_001, 3651),
  fc.constantFrom<unknown>(
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e21,
    1.8e308,
    5e-324,
    [],
    {},
    [[]],
    [null]
  ),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
  fc
    .tuple(fc.integer({ min: 20, max: 500 }), fc.boolean())
    .map(([depth, list]) => nested(depth, list)),
  fc
    .tuple(fc.constantFrom(11, 33, 201, 1001), junkText)
    .map(([size, text]) => Array(size).fill(text.slice(0, 9)))
)

const junkKey = fc.oneof(
  fc.constantFrom(
    "colour",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "id",
    "",
    "\0",
    "\ud83d"
  ),
  fc.string({ maxLength: 8 })
)

type Mutation = { at: number; verb: "replace" | "remove" | "add"; key: string; value: unknown }

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  verb: fc.constantFrom("replace", "replace", "remove", "add"),
  key: junkKey,
  value: junkValue,
})

/** The good value with one thing about it changed, however deep. */
export function mutate(good: unknown, { at, verb, key, value }: Mutation): unknown {
  const paths = pathsOf(good)
  const path = paths[at % paths.length] ?? []
  return change(good, path, (old) => {
    if (verb === "replace") return value
    if (verb === "remove") return undefined
    // As an own member, whatever it is called: JSON.parse makes it so.
    if (isObject(old)) return Object.fromEntries([...Object.entries(old), [key, value]])
    return Array.isArray(old) ? [...(old as unknown[]), value] : { [key]: old }
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [[]]
  const below = Object.entries(value).flatMap(([key, member]) =>
    pathsOf(member).map((path) => [key, ...path])
  )
  return [[], ...below]
}

function change(value: unknown, path: string[], by: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return by(value)
  if (Array.isArray(value)) {
    return value.flatMap((member: unknown, place) => {
      if (String(place) !== key) return [member]
      const changed = change(member, rest, by)
      return changed === undefined ? [] : [changed]
    })
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      if (name !== key) return [[name, member]]
      const changed = change(member, rest, by)
      return changed === undefined ? [] : [[name, changed]]
    })
  )
}
