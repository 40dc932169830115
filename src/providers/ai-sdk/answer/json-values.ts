/** `jsonrepair`, which can only be imported when it is needed. */
export type Repair = (text: string) => string

/** More would be no answer but a flood: each one is parsed. */
const MAX_OBJECTS = 50

/**
 * The JSON values that stand in a text: the whole of it, else each object among fences and prose. What
 * is not quite JSON (a trailing comma, real line breaks in strings, single quotes) is repaired, but only
 * within brackets that are closed: what was cut off stays cut off.
 */
export function findJsonValues(text: string, repair: Repair): unknown[] {
  const whole = tryParse(text)
  if (whole !== undefined) return [whole]
  const objects = findObjects(text)
  const values = objects
    .map((object) => tryParse(object) ?? tryRepair(object, repair))
    .filter(isObject)
  if (values.length > 0) return values
  const [begin, end] = [text.indexOf("{"), text.lastIndexOf("}")]
  const widest = begin < end ? tryRepair(text.slice(begin, end + 1), repair) : undefined
  if (isObject(widest)) return [widest]
  const unclosed = begin >= 0 ? tryParse(`${text.slice(begin).trimEnd()}}`) : undefined
  return isObject(unclosed) ? [unclosed] : []
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not JSON: the caller looks on.
  }
}

function tryRepair(text: string, repair: Repair): unknown {
  try {
    return tryParse(repair(text))
  } catch {
    return undefined // Beyond repair: prose in braces, most likely.
  }
}

/** The texts between each outermost pair of braces. */
function findObjects(text: string): string[] {
  const objects: string[] = []
  for (let at = text.indexOf("{"); at >= 0 && objects.length < MAX_OBJECTS;) {
    const end = endOfObject(text, at)
    if (end !== null) objects.push(text.slice(at, end + 1))
    at = text.indexOf("{", (end ?? at) + 1)
  }
  return objects
}

/** Where the object that begins there is closed; null when it is not. */
function endOfObject(text: string, begin: number): number | null {
  let depth = 0
  let isInString = false
  for (let at = begin; at < text.length; at++) {
    const char = text[at]
    if (isInString) {
      if (char === "\\") at++
      else if (char === '"') isInString = false
    } else if (char === '"') isInString = true
    else if (char === "{") depth++
    else if (char === "}" && --depth === 0) return at
  }
  return null
}
