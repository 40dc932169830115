/** Of `before` the members that `change` names: what to write to undo the change. */
export function pickPrevious<T extends object>(before: T, change: Partial<T>): Partial<T> {
  const isGiven = ([name]: [string, unknown]) => Reflect.get(change, name) !== undefined
  // Each member is taken from `before` under its own name.
  return Object.fromEntries(Object.entries(before).filter(isGiven)) as Partial<T>
}
