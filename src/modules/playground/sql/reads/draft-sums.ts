/**
 * What tasks of one batch (`task`) come to, as a JSON object and as the latencies of those calls
 * that gave a draft: everything but what reviews change.
 */
export const DRAFT_SUMS = `
  jsonb_build_object(
    'pending', count(*) filter (where task.status = 'pending'),
    'running', count(*) filter (where task.status = 'running'),
    'succeeded', count(*) filter (where task.status = 'succeeded'),
    'failed', count(*) filter (where task.status = 'failed'),
    'cancelled', count(*) filter (where task.status = 'cancelled'),
    'total', count(*),
    'flagged', count(*) filter (where task.flags <> '[]'),
    'input_tokens', coalesce(sum(task.spent_input_tokens), 0),
    'cached_input_tokens', coalesce(sum(task.spent_cached_input_tokens), 0),
    'output_tokens', coalesce(sum(task.spent_output_tokens), 0),
    'cost', sum(task.spent_cost)) as drafts,
  coalesce(array_agg(task.latency_ms) filter (where task.latency_ms is not null), '{}') as latencies`
