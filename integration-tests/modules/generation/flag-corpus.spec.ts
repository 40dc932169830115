import { codesOf, LANGUAGES, readCorpus, type CorpusDraft } from "./flag-corpus/read-corpus"

/** Of 100 clean drafts, and of 100 dirty ones. `docs/review-flags.md` says what it is today. */
const MAX_CLEAN_FLAGGED = 2
const MIN_DIRTY_FLAGGED = 98

const drafts = (kind: "clean" | "dirty") =>
  LANGUAGES.flatMap((language) => readCorpus(kind, language))

async function flaggedOf(corpus: CorpusDraft[]): Promise<CorpusDraft[]> {
  const codes = await Promise.all(corpus.map(codesOf))
  return corpus.filter((_, place) => (codes[place] ?? []).length > 0)
}

const shareOf = (part: unknown[], whole: unknown[]) => (100 * part.length) / whole.length

describe("the corpus of drafts that were not written for the rules", () => {
  it("has three hundred and more, of both kinds and in five languages, each written once", () => {
    const all = [...drafts("clean"), ...drafts("dirty")]
    expect(all.length).toBeGreaterThanOrEqual(600)
    for (const language of LANGUAGES) {
      expect(readCorpus("clean", language).length).toBeGreaterThanOrEqual(25)
      expect(readCorpus("dirty", language).length).toBeGreaterThanOrEqual(25)
    }
    for (const { subject, body } of all) expect(subject !== "" && body !== "").toBe(true)
    expect(new Set(all.map(({ subject, body }) => `${subject}\n${body}`)).size).toBe(all.length)
  })

  it(`has at most ${MAX_CLEAN_FLAGGED} of 100 clean drafts flagged`, async () => {
    const clean = drafts("clean")
    const flagged = await flaggedOf(clean)
    expect({ flagged, isFew: shareOf(flagged, clean) <= MAX_CLEAN_FLAGGED }).toEqual({
      flagged,
      isFew: true,
    })
  })

  it(`has at least ${MIN_DIRTY_FLAGGED} of 100 dirty drafts flagged, in each language`, async () => {
    for (const language of LANGUAGES) {
      const dirty = readCorpus("dirty", language)
      const flagged = await flaggedOf(dirty)
      const missed = dirty.filter((draft) => !flagged.includes(draft))
      expect({ missed, isMost: shareOf(flagged, dirty) >= MIN_DIRTY_FLAGGED }).toEqual({
        missed,
        isMost: true,
      })
    }
  })
})
