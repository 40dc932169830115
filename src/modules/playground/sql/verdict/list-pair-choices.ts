import { queryRows, type Db } from "../../../../persistence/db"

export interface PairChoicesRow {
  comparison_id: string
  pair_id: string
  first: number
  second: number
  equal: number
}

/** How people chose about each pair of these comparisons; pairs that nobody judged among them. */
export async function listPairChoices(db: Db, comparison_ids: string[]): Promise<PairChoicesRow[]> {
  return queryRows<PairChoicesRow>(
    db,
    `select pair.comparison_id, pair.id as pair_id,
            count(*) filter (where choice.choice = 'first')::integer as first,
            count(*) filter (where choice.choice = 'second')::integer as second,
            count(*) filter (where choice.choice = 'equal')::integer as equal
       from playground_comparison_pair as pair
       left join playground_comparison_choice as choice on choice.pair_id = pair.id
      where pair.comparison_id = any ($1::uuid[])
      group by pair.id`,
    [comparison_ids]
  )
}

/** How many people have judged a pair of each of these comparisons. */
export async function countPeople(
  db: Db,
  comparison_ids: string[]
): Promise<{ comparison_id: string; people: number }[]> {
  return queryRows(
    db,
    `select pair.comparison_id, count(distinct choice.chosen_by)::integer as people
       from playground_comparison_pair as pair
       join playground_comparison_choice as choice on choice.pair_id = pair.id
      where pair.comparison_id = any ($1::uuid[])
      group by pair.comparison_id`,
    [comparison_ids]
  )
}

/** The pairs that a person has not judged, in no order. */
export async function listOpenPairIds(
  db: Db,
  input: { comparison_id: string; person: string }
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    `select pair.id from playground_comparison_pair as pair
      where pair.comparison_id = $1
        and not exists (
          select from playground_comparison_choice as choice
           where choice.pair_id = pair.id and choice.chosen_by = $2)`,
    [input.comparison_id, input.person]
  )
  return rows.map(({ id }) => id)
}
