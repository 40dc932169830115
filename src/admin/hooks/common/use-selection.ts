import { useState } from "react"

/** A set of ids that are ticked. */
export function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    toggle: (id: string) =>
      setIds((old) => {
        const next = new Set(old)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    replace: (next: Iterable<string>) => setIds(new Set(next)),
    clear: () => setIds(new Set()),
  }
}

export type Selection = ReturnType<typeof useSelection>
