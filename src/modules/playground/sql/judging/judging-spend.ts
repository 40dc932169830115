/** What a batch (`judging.batch_id`) has used so far, its drafts and its judgements together. */
const spentOf = (what: string) => `(
  coalesce((select sum(${what.replaceAll("@", "spent_task")}) from playground_draft as spent_task
             where spent_task.batch_id = judging.batch_id), 0)
  + coalesce((select sum(${what.replaceAll("@", "spent_judging")})
                from playground_judging_task as spent_judging
               where spent_judging.batch_id = judging.batch_id), 0))`

const TOKENS = spentOf("@.spent_input_tokens + @.spent_output_tokens")
const COST = spentOf("@.spent_cost")

/**
 * Which cap the batch of `judging` has reached; null: none. `case` looks at its branches in turn, so
 * that nothing is summed up where there is no cap.
 *
 * @param tokens, cost the caps' parameters; null in them: no such cap
 */
export const reachedCap = (tokens: string, cost: string) => `
  case when ${tokens}::float8 is not null and ${TOKENS} >= ${tokens}::float8 then 'tokens'
       when ${cost}::float8 is not null and ${COST} >= ${cost}::float8 then 'cost' end`
