import { MedusaError } from "@medusajs/framework/utils"
import type {
  FindManyOptions,
  FindOperator,
  FindOptionsOrder,
  FindOptionsRelations,
  FindOptionsSelect,
  FindOptionsWhere,
  ObjectLiteral,
  Repository,
} from "typeorm"
import {
  Equal,
  ILike,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  Like,
  MoreThan,
  MoreThanOrEqual,
  Not,
} from "./orm"
import { withoutParameters } from "./database-error"

/** Filters as `query.graph` passes them: values, lists, and the host's `$` operators. */
export type GraphFilters = Record<string, unknown>

/** The second argument that the host's query engine gives to `list…` methods. */
export interface GraphConfig {
  /** Dotted paths, for example `["id", "draft_tasks.subject"]`. */
  select?: string[]
  relations?: string[]
  /** Null: all. */
  take?: number | null
  skip?: number | null
  order?: Record<string, unknown>
}

const OPERATORS: Record<string, (value: unknown) => FindOperator<unknown>> = {
  $eq: (value) => (value === null ? IsNull() : Equal(value)),
  $ne: (value) => Not(value === null ? IsNull() : Equal(value)),
  $in: (value) => In(toList(value)),
  $nin: (value) => Not(In(toList(value))),
  $gt: MoreThan,
  $gte: MoreThanOrEqual,
  $lt: LessThan,
  $lte: LessThanOrEqual,
  $like: (value) => Like(String(value)),
  $ilike: (value) => ILike(String(value)),
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function toCondition(field: string, filter: unknown): unknown {
  if (filter === null) return IsNull()
  if (Array.isArray(filter)) return In(filter)
  if (typeof filter !== "object" || filter instanceof Date) return filter
  const entries = Object.entries(filter)
  if (!entries.some(([key]) => key.startsWith("$"))) return toWhere(filter)
  const [[operator, value] = ["", undefined], ...others] = entries
  const make = OPERATORS[operator]
  if (make && others.length === 0) return make(value)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `filter "${field}": expected one of ${Object.keys(OPERATORS).join(", ")}, got ${entries.map(([key]) => key).join(", ")}`
  )
}

function toWhere(filters: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, filter]) => filter !== undefined)
      .map(([field, filter]) => [field, toCondition(field, filter)])
  )
}

/** `["id", "draft_tasks.subject"]` becomes `{ id: true, draft_tasks: { subject: true } }`. */
function toTree(paths: readonly string[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  for (const path of paths) {
    let branch = tree
    const names = path.split(".")
    const leaf = names.pop()
    for (const name of names) {
      const next = branch[name]
      branch[name] = typeof next === "object" && next !== null ? next : {}
      // Just made an object above.
      branch = branch[name] as Record<string, unknown>
    }
    if (leaf !== undefined && leaf !== "*") branch[leaf] ??= true
  }
  return tree
}

/** The reverse: `{ batch: { id: "ASC" } }` becomes `["batch.id"]`. */
function toPaths(tree: object): string[] {
  return Object.entries(tree).flatMap(([name, branch]: [string, unknown]) =>
    typeof branch === "object" && branch !== null
      ? toPaths(branch).map((path) => `${name}.${path}`)
      : [name]
  )
}

/**
 * Answers the host's `query.graph` and link traversal from a TypeORM repository.
 *
 * @returns the page, and how many rows match in all
 * @throws MedusaError INVALID_DATA for an operator that is not supported
 */
export async function findRows<Row extends ObjectLiteral>(
  repository: Repository<Row>,
  filters: GraphFilters = {},
  config: GraphConfig = {}
): Promise<[Row[], number]> {
  const fields = config.select ?? []
  // A page of rows with relations is first told apart by key and order: TypeORM takes both from what
  // is selected, and Postgres refuses a statement that names columns which are not.
  const keys = repository.metadata.primaryColumns.map(({ propertyName }) => propertyName)
  const selectsAll = fields.length === 0 || fields.includes("*")
  const select = selectsAll ? {} : toTree([...fields, ...keys, ...toPaths(config.order ?? {})])
  // The host's paths are strings; TypeORM checks at run time that its entity has them.
  const where = toWhere(filters) as FindOptionsWhere<Row>
  const options: FindManyOptions<Row> = {
    where,
    relations: toTree(config.relations ?? []) as FindOptionsRelations<Row>,
    ...(Object.keys(select).length > 0 && { select: select as FindOptionsSelect<Row> }),
    ...(config.order && { order: config.order as FindOptionsOrder<Row> }),
    ...(typeof config.take === "number" && { take: config.take }),
    ...(typeof config.skip === "number" && { skip: config.skip }),
  }
  return withoutParameters("query", async () => {
    const rows = await repository.find(options)
    const isWhole = options.take === undefined && options.skip === undefined
    // Not `findAndCount`: where columns are selected it counts each of a row's related rows as well.
    return [rows, isWhole ? rows.length : await repository.count({ where })]
  })
}
