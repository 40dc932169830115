import type { FindOperator, FindOptionsWhere } from "typeorm"
import { And, Any, ILike, In, Not, Raw } from "../../persistence/orm"
import type { CampaignLead } from "./entities/campaign-lead"
import { escapeLike } from "./sender-profiles"
import type { VariantType } from "./types/dtos"

const FIELDS = ["email", "first_name", "last_name", "company", "title"] as const
/** Where `q` is looked for. */
const SEARCHED = ["email", "first_name", "last_name", "company"] as const

/** Which leads of a campaign are asked for; what is absent does not matter. */
export interface LeadSearch extends Partial<Record<(typeof FIELDS)[number], string>> {
  /** Part of a name, a company or an address, whatever its case. */
  q?: string
  /** What attributes are, as text and whatever its case. */
  attributes?: Record<string, string>
  /** The step that `variant_type` is about. */
  step_index?: number
  variant_type?: VariantType
  /** Only these. */
  ids?: readonly string[]
  /** Only these of them, however many there are. */
  only_ids?: readonly string[]
  /** All but these, however many there are. */
  except_ids?: readonly string[]
  offset: number
  limit: number
}

const contains = (text: string) => ILike(`%${escapeLike(text)}%`)

const all = <Value>(operators: FindOperator<Value>[]): FindOperator<Value> | undefined =>
  operators.length > 1 ? And(...operators) : operators[0]

/** What TypeORM looks for. Any of the answered. */
export function toWhere(
  campaign_id: string,
  search: Omit<LeadSearch, "offset" | "limit">
): FindOptionsWhere<CampaignLead>[] {
  const { q, attributes = {}, step_index, variant_type, ids, only_ids, except_ids } = search
  const ofFields = (searched?: (typeof FIELDS)[number]) =>
    Object.fromEntries(
      FIELDS.flatMap((field) => {
        const named = search[field]
        const operator = all([
          ...(named ? [contains(named)] : []),
          ...(q && field === searched ? [contains(q)] : []),
        ])
        return operator ? [[field, operator]] : []
      })
    )
  // eslint-disable-next-line @typescript-eslint/no-unsafe-argument -- TypeORM types In, Any and Raw as any
  const id = all<string>([
    ...(ids ? [In(ids)] : []),
    // One parameter, however many: a statement takes 65,535.
    ...(only_ids ? [Any(only_ids)] : []),
    ...(except_ids ? [Not(Any(except_ids))] : []),
    ...(variant_type && step_index ? [assigned(step_index, variant_type)] : []),
  ])
  const ofAttributes = all(
    Object.entries(attributes).map(([name, value], place) =>
      Raw((column) => `lower(${column} ->> :name${place}) = lower(:value${place})`, {
        [`name${place}`]: name,
        [`value${place}`]: value,
      })
    )
  )
  // TypeORM refuses a member that is there without a value.
  const among = {
    campaign_id,
    ...(id && { id }),
    ...(ofAttributes && { attributes: ofAttributes }),
  }
  return q
    ? SEARCHED.map((field) => ({ ...among, ...ofFields(field) }))
    : [{ ...among, ...ofFields() }]
}

const assigned = (step_index: number, type: VariantType): FindOperator<string> =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- TypeORM types Raw as any
  Raw(
    (id) => `exists (
      select from outreach_lead_assignment as assignment
        join outreach_step_variant as variant
          on variant.campaign_id = assignment.campaign_id
         and variant.step_index = assignment.step_index and variant.label = assignment.variant_label
       where assignment.campaign_lead_id = ${id} and assignment.step_index = :step_index
         and variant.type = :variant_type)`,
    { step_index, variant_type: type }
  )
