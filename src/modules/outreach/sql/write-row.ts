import { queryRows, type Db } from "../../../persistence/db"

type Table = "outreach_sender_profile" | "outreach_campaign" | "outreach_campaign_lead"

/** Values by column. A value that is undefined is left out; objects are stored as JSON. */
export type Columns<Row> = { [Column in keyof Row]?: Row[Column] | undefined }

/** True for a change that names nothing: it leaves `updated_at` alone as well. */
export const changesNothing = (change: object) =>
  Object.values(change).every((value) => value === undefined)

function toAssignments(columns: object): { names: string[]; values: unknown[] } {
  const given = Object.entries(columns).filter(([, value]) => value !== undefined)
  return {
    names: given.map(([name]) => `"${name}"`),
    values: given.map(([, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : value
    ),
  }
}

/** Adds one row and answers it whole. The column names are those of `Row`, never a request's. */
export async function insertRow<Row>(
  db: Db,
  table: Table,
  columns: Columns<Row>
): Promise<Row | undefined> {
  const { names, values } = toAssignments(columns)
  const places = values.map((_, place) => `$${place + 1}`)
  const [row] = await queryRows<Row>(
    db,
    `insert into ${table} (${names.join(", ")}) values (${places.join(", ")}) returning *`,
    values
  )
  return row
}

/** Changes the row with these keys and answers it whole; undefined when there is none. */
export async function updateRow<Row>(
  db: Db,
  table: Table,
  keys: Columns<Row>,
  columns: Columns<Row>
): Promise<Row | undefined> {
  const set = toAssignments(columns)
  const where = toAssignments(keys)
  const changes = set.names.map((name, place) => `${name} = $${place + 1}`)
  const conditions = where.names.map((name, place) => `${name} = $${set.names.length + place + 1}`)
  const [row] = await queryRows<Row>(
    db,
    `update ${table} set ${[...changes, "updated_at = now()"].join(", ")}
      where ${conditions.join(" and ")} returning *`,
    [...set.values, ...where.values]
  )
  return row
}
