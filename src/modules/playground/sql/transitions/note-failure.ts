/**
 * Why a task failed, or waits for its next attempt: ends an `insert into playground_draft_failure` whose
 * row may be there from an earlier attempt. What that one has used is kept.
 */
export const NOTE_FAILURE = `
  on conflict (task_id) do update
    set error_code = excluded.error_code, error_params = excluded.error_params,
        error_message = excluded.error_message`
