import { fingerprint, type DraftJudge } from "../../../ports"

/** The host's judge, as the option `judge` makes it. */
export interface ConfiguredJudge {
  /** The entry's `id`, else its class's own `identifier`. */
  name: string
  judge: DraftJudge
  /** Of all that may change what it says. Drafts are judged once by each. */
  version: string
  /** Drafts of new batches are judged once their batch has ended. */
  isAuto: boolean
  concurrency: number
}

/** Who judges, with which model and instruction: another of them is another version. */
export const toJudgeVersion = (name: string, { version, model }: DraftJudge): string =>
  fingerprint({ name, model: model ?? null, version }).slice(0, 16)
