import { queryRows, type Db } from "../../../../persistence/db"
import type { RingDueTasksInput } from "../transitions/requeue-due-tasks"

/** Fails judging tasks whose worker was lost `maxLostWorkers` times. */
export async function failExhaustedJudging(
  db: Db,
  input: { maxLostWorkers: number }
): Promise<{ task_id: string }[]> {
  return queryRows<{ task_id: string }>(
    db,
    `with exhausted as (
       select judging.id from playground_judging_task as judging
        where judging.status in ('pending', 'running')
          and judging.attempt - judging.error_count >= $1
          and (judging.status = 'pending' or judging.lease_until < now())
        order by judging.id for update skip locked
     )
     update playground_judging_task as judging
        set status = 'failed', completed_at = now(), lease_token = null, lease_until = null,
            error_code = 'worker_lost',
            error_params = jsonb_build_object('times', judging.attempt - judging.error_count),
            error_message = 'The worker died or froze ' || (judging.attempt - judging.error_count)
              || ' times while it judged this draft. Look at the log of the workers, then judge again.'
       from exhausted where judging.id = exhausted.id
     returning judging.id as task_id`,
    [input.maxLostWorkers]
  )
}

/**
 * Cancels tasks of other versions of the judge that nobody has touched for an hour: the host's judge has
 * changed. For less, a process of the version before may still be at work.
 */
export async function cancelOutdatedJudging(
  db: Db,
  input: { judge_version: string }
): Promise<{ task_id: string }[]> {
  return queryRows<{ task_id: string }>(
    db,
    `with outdated as (
       select judging.id from playground_judging_task as judging
        where judging.status in ('pending', 'running') and judging.judge_version <> $1
          and judging.enqueued_at < now() - interval '1 hour'
          and (judging.status = 'pending' or judging.lease_until < now())
        order by judging.id for update skip locked
     )
     update playground_judging_task as judging
        set status = 'cancelled', completed_at = now(), lease_token = null, lease_until = null
       from outdated where judging.id = outdated.id
     returning judging.id as task_id`,
    [input.judge_version]
  )
}

/** Raises the epoch of tasks that no worker seems to know of and answers them: see `requeueDueTasks`. */
export async function requeueDueJudging(
  db: Db,
  input: RingDueTasksInput & { judge_version: string }
): Promise<{ task_id: string; epoch: number }[]> {
  return queryRows<{ task_id: string; epoch: number }>(
    db,
    `with due as (
       select judging.id from playground_judging_task as judging
        where judging.status in ('pending', 'running') and judging.judge_version = $4
          and judging.enqueued_at < now() - $1 * interval '1 millisecond'
          and ((judging.status = 'running' and judging.lease_until < now())
            or (judging.status = 'pending' and judging.next_run_at <= now()
                and ($2 or judging.enqueued_at < now()
                      - $1 * (2 ^ least(judging.epoch, 4)) * interval '1 millisecond')))
        order by judging.enqueued_at limit $3 for update skip locked
     )
     update playground_judging_task as judging
        set epoch = judging.epoch + 1, enqueued_at = now()
       from due where judging.id = due.id
     returning judging.id as task_id, judging.epoch`,
    [input.intervalMs, input.isQueueEmpty, input.limit, input.judge_version]
  )
}
