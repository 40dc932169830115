/** Where texts are kept: the browser's `localStorage`, or a stand-in. */
export interface TextStore {
  getItem(name: string): string | null
  setItem(name: string, text: string): void
}

interface KeptTextsOptions {
  /** Of the entry in the store, unlike any other's. */
  name: string
  /** The oldest go first. */
  maxEntries: number
  /** Of all of them together as JSON, in UTF-16 units: the store is shared with the host. */
  maxLength: number
  /** Null: there is none, they last as long as the page. */
  store: TextStore | null
}

/** What a person has begun, kept by key until it is used or given up. A reload does not lose it. */
export class KeptTexts<T> {
  private readonly listeners_ = new Set<() => void>()
  private json_: string | null = null
  private entries_: ReadonlyMap<string, T> = new Map()

  constructor(private readonly options_: KeptTextsOptions) {
    this.read_()
  }

  /** By key, the newest last. The same object until something changes. */
  get entries(): ReadonlyMap<string, T> {
    return this.entries_
  }

  keep(key: string, value: T): void {
    this.read_()
    const entries = [...this.entries_].filter(([other]) => other !== key)
    this.write_([...entries, [key, value]])
  }

  drop(key: string): void {
    this.read_()
    if (this.entries_.has(key)) this.write_([...this.entries_].filter(([other]) => other !== key))
  }

  /** Calls back after each change. @returns how to stop it */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners_.add(listener)
    return () => this.listeners_.delete(listener)
  }

  /** Another tab may have written since. */
  private read_(): void {
    const { store, name } = this.options_
    const json = store?.getItem(name) ?? this.json_
    if (json === this.json_) return
    this.json_ = json
    this.entries_ = new Map(toEntries<T>(json))
  }

  private write_(entries: [string, T][]): void {
    const { store, name, maxEntries, maxLength } = this.options_
    const kept = entries.slice(-maxEntries)
    while (kept.length > 1 && JSON.stringify(kept).length > maxLength) kept.shift()
    this.json_ = JSON.stringify(kept)
    this.entries_ = new Map(kept)
    try {
      store?.setItem(name, this.json_)
    } catch {
      // Full, or switched off: they last as long as the page then.
    }
    this.listeners_.forEach((listener) => listener())
  }
}

/** Whatever stands there that is not ours counts as nothing. */
function toEntries<T>(json: string | null): [string, T][] {
  try {
    const entries: unknown = JSON.parse(json ?? "[]")
    return Array.isArray(entries) ? (entries as [string, T][]) : []
  } catch {
    return []
  }
}
