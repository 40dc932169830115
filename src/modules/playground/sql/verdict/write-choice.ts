import { queryRows, type Db } from "../../../../persistence/db"

interface ChoiceKey {
  comparison_id: string
  pair_id: string
  chosen_by: string
}

/** A person's choice in place of their earlier one. False when the comparison has no such pair. */
export async function writeChoice(
  db: Db,
  input: ChoiceKey & { choice: "first" | "second" | "equal" }
): Promise<boolean> {
  const rows = await queryRows<{ pair_id: string }>(
    db,
    `insert into playground_comparison_choice as choice (pair_id, chosen_by, choice)
     select pair.id, $3, $4 from playground_comparison_pair as pair
      where pair.id = $2 and pair.comparison_id = $1
     on conflict (pair_id, chosen_by) do update
        set choice = excluded.choice, chosen_at = clock_timestamp()
     returning choice.pair_id`,
    [input.comparison_id, input.pair_id, input.chosen_by, input.choice]
  )
  return rows.length > 0
}

/** Takes a person's choice back. False when the comparison has no such pair. */
export async function deleteChoice(db: Db, input: ChoiceKey): Promise<boolean> {
  const rows = await queryRows<{ id: string }>(
    db,
    `with chosen as (
       delete from playground_comparison_choice as choice using playground_comparison_pair as pair
        where pair.id = choice.pair_id and pair.id = $2 and pair.comparison_id = $1
          and choice.chosen_by = $3
     )
     select pair.id from playground_comparison_pair as pair
      where pair.id = $2 and pair.comparison_id = $1`,
    [input.comparison_id, input.pair_id, input.chosen_by]
  )
  return rows.length > 0
}
