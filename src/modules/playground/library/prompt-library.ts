import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { DatabaseError, SQLSTATE, withoutParameters } from "../../../persistence/database-error"
import { hashPrompt } from "../prompts/hash-prompt"
import { normalisePrompt } from "../prompts/normalise-prompt"
import { parsePrompt } from "../prompts/parse-prompt"
import { PromptSyntaxError } from "../prompts/prompt-errors"
import {
  countPrompts,
  listPrompts,
  listPromptTexts,
  retrievePrompt,
  type PromptRow,
} from "../sql/library/list-prompts"
import { listVersionOutcomes, type VersionOutcomeRow } from "../sql/library/list-version-outcomes"
import {
  deletePrompt,
  insertPrompt,
  savePromptText,
  updatePrompt,
} from "../sql/library/write-prompt"
import type {
  CreatePromptInput,
  PromptDetailDTO,
  PromptDTO,
  PromptPageDTO,
  SavePromptVersionInput,
  UpdatePromptInput,
  VersionOutcomeDTO,
} from "./dtos"

/** The campaign's prompt now, as far as the library must know it. */
interface Campaign {
  id: string
  system_prompt: string | null
}

/** The named prompts of a campaign. A version is a text, known by its hash, so batches find their name later. */
export class PromptLibrary {
  constructor(private readonly manager_: () => Promise<EntityManager>) {}

  async list(
    campaign: Campaign,
    { archived, ...page }: { archived: boolean; offset: number; limit: number }
  ): Promise<PromptPageDTO> {
    return this.run_("list prompts", async (manager) => {
      const used_hash = usedHash(campaign)
      const [rows, count] = await Promise.all([
        listPrompts(manager, { campaign_id: campaign.id, used_hash, archived, ...page }),
        countPrompts(manager, { campaign_id: campaign.id, archived }),
      ])
      return { prompts: rows.map((row) => toPrompt(row, used_hash)), count, ...page }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(campaign: Campaign, prompt_id: string): Promise<PromptDetailDTO> {
    return this.run_("read prompt", async (manager) => {
      const used_hash = usedHash(campaign)
      const row = await retrievePrompt(manager, { campaign_id: campaign.id, prompt_id, used_hash })
      if (!row) throw absent(campaign.id, prompt_id)
      const texts = await listPromptTexts(manager, prompt_id)
      const hashes = texts.map(({ prompt_version_hash }) => prompt_version_hash)
      const outcomes = await listVersionOutcomes(manager, { campaign_id: campaign.id, hashes })
      const byHash = new Map(outcomes.map((outcome) => [outcome.prompt_version_hash, outcome]))
      return {
        ...toPrompt(row, used_hash),
        versions: texts.map(({ saved_by, saved_at, ...version }) => ({
          ...version,
          created_by: saved_by,
          created_at: saved_at,
          is_current: version.prompt_version_hash === row.current_version_hash,
          outcome: toOutcome(byHash.get(version.prompt_version_hash)),
        })),
      }
    })
  }

  /** The text of a prompt's current version. @throws MedusaError NOT_FOUND */
  async retrieveCurrentText(campaign_id: string, prompt_id: string): Promise<string> {
    return this.run_("read prompt text", async (manager) => {
      const row = await retrievePrompt(manager, { campaign_id, prompt_id, used_hash: null })
      const [current] = row ? await listPromptTexts(manager, prompt_id) : []
      if (current) return current.text
      throw absent(campaign_id, prompt_id)
    })
  }

  /**
   * @returns the new prompt's id
   * @throws MedusaError INVALID_DATA for a text that is no template; NOT_ALLOWED for a name that is taken
   */
  async create({ text, created_by, ...input }: CreatePromptInput): Promise<string> {
    const version = { ...toVersion(text), saved_by: created_by }
    const create = () =>
      this.run_("create prompt", async (manager) => {
        const id = await insertPrompt(manager, { ...input, version })
        if (id) return id
        throw taken(input.name)
      })
    return onceMoreIfSwept(create)
  }

  /** @throws MedusaError INVALID_DATA for a text that is no template; NOT_FOUND */
  async save({ text, note, created_by, ...prompt }: SavePromptVersionInput): Promise<void> {
    const version = { ...toVersion(text), note, saved_by: created_by }
    const save = () =>
      this.run_("save prompt version", async (manager) => {
        if (await savePromptText(manager, { ...prompt, version })) return
        throw absent(prompt.campaign_id, prompt.prompt_id)
      })
    return onceMoreIfSwept(save)
  }

  /** @throws MedusaError NOT_FOUND; NOT_ALLOWED for a name that is taken */
  async update(input: UpdatePromptInput): Promise<void> {
    try {
      return await this.run_("update prompt", async (manager) => {
        if (await updatePrompt(manager, input)) return
        throw absent(input.campaign_id, input.prompt_id)
      })
    } catch (error) {
      const isTaken = error instanceof DatabaseError && error.sqlState === SQLSTATE.uniqueViolation
      throw isTaken ? taken(input.change.name ?? "") : error
    }
  }

  async delete(prompt_id: string): Promise<void> {
    return this.run_("delete prompt", (manager) => deletePrompt(manager, prompt_id))
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

/** The sweeper may take a text that nothing used until now in the moment in which it is named. */
async function onceMoreIfSwept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isSwept =
      error instanceof DatabaseError && error.sqlState === SQLSTATE.foreignKeyViolation
    if (!isSwept) throw error
    return work()
  }
}

const absent = (campaign_id: string, prompt_id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no prompt ${prompt_id}.`
  )

const taken = (name: string) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The campaign has a prompt of the name ${JSON.stringify(name)}: choose another, or save a version of it.`,
    "prompt_name_taken"
  )

const usedHash = ({ system_prompt }: Campaign): string | null =>
  system_prompt === null || system_prompt.trim() === "" ? null : hashPrompt(system_prompt)

function toVersion(text: string): { hash: string; text: string } {
  try {
    parsePrompt(text)
  } catch (error) {
    if (!(error instanceof PromptSyntaxError)) throw error
    const message = `Field 'text' is no valid template: ${error.message}`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message)
  }
  return { hash: hashPrompt(text), text: normalisePrompt(text) }
}

function toPrompt(
  { archived_at, is_used, ...row }: PromptRow,
  used_hash: string | null
): PromptDTO {
  return {
    ...row,
    archived: archived_at !== null,
    used_version_hash: is_used ? used_hash : null,
  }
}

function toOutcome(row: VersionOutcomeRow | undefined): VersionOutcomeDTO {
  return {
    batches: row?.batches ?? 0,
    drafted: row?.drafted ?? 0,
    failed: row?.failed ?? 0,
    flagged: row?.flagged ?? 0,
    approved: row?.approved ?? 0,
    edited: row?.edited ?? 0,
    mean_edited_share: row?.mean_edited_share ?? null,
    rejected: row?.rejected ?? 0,
    judgements: {
      count: row?.judged ?? 0,
      good: row?.good ?? 0,
      bad: row?.bad ?? 0,
      mean_score: row?.mean_score ?? null,
    },
  }
}
