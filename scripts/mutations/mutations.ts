/** One guard taken away, and the test that must notice. */
export interface Mutation {
  /** The promise in `docs/guarantees.md` that the guard keeps. */
  promise: string
  /** What is taken away, in words. */
  removes: string
  file: string
  find: string
  replace: string
  /** A second guard of the same promise, without which the first alone would not be missed. */
  also?: { file: string; find: string; replace: string }
  spec: string
  /** Part of the test's title. */
  test: string
}

const SQL = "src/modules/playground/sql"
const FAULTS = "integration-tests/faults"
const LEDGER = "integration-tests/modules/ledger"
const SENDING = "src/modules/delivery/sql"
const DELIVERY = "integration-tests/modules/delivery"
const REVIEW = "integration-tests/http/review/review.spec.ts"

/** One at a time; each must turn its test red. */
export const MUTATIONS: Mutation[] = [
  {
    promise: "G1",
    removes: "the reconciler's look at pending tasks that nobody enqueued",
    file: `${SQL}/transitions/requeue-due-tasks.ts`,
    find: "task.status = 'pending' and task.next_run_at <= now()",
    replace: "false",
    spec: `${FAULTS}/writes.spec.ts`,
    test: "G1 \\(postgres\\)",
  },
  {
    promise: "G2",
    removes: "the claim's look at status and lease",
    file: `${SQL}/transitions/claim-tasks.ts`,
    find: "and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))",
    replace: "",
    spec: `${FAULTS}/writes.spec.ts`,
    test: "G2 \\(postgres\\)",
  },
  {
    promise: "G2",
    removes: "the unique key on campaign, lead and batch, which holds the idempotency tuple",
    file: "src/modules/playground/database/migrations/1763856000000-create-draft-ledger.ts",
    find: "unique (campaign_id, campaign_lead_id, batch_id)",
    replace: "check (true)",
    spec: `${FAULTS}/writes.spec.ts`,
    test: "20 parallel writers",
  },
  {
    promise: "G3",
    removes: "the idempotency key of a batch",
    file: `${SQL}/transitions/create-batch.ts`,
    find: `input.idempotency?.key ?? null,
      input.idempotency?.request_fingerprint ?? null,`,
    replace: "null, null,",
    spec: `${FAULTS}/writes.spec.ts`,
    test: "50 concurrent requests",
  },
  {
    promise: "G4",
    removes: "the reconciler's look at running tasks past their lease",
    file: `${SQL}/transitions/requeue-due-tasks.ts`,
    find: "(task.status = 'running' and task.lease_until < now())",
    replace: "false",
    spec: `${FAULTS}/recovery.spec.ts`,
    test: "G4 \\(postgres\\): a worker killed",
  },
  {
    promise: "G4",
    removes: "the end of a connection that does not answer",
    file: "src/persistence/steady-client.ts",
    find: "if (this.timer_) this.giveUp_(this.answerWithinMs_ ?? 0)",
    replace: "",
    spec: `${FAULTS}/swallowed-connections.spec.ts`,
    test: "G4 \\(postgres\\)",
  },
  {
    promise: "G5",
    removes: "status and lease token from the completion's where",
    file: `${SQL}/transitions/complete-tasks.ts`,
    find: "and task.status = 'running' and task.lease_token = lease.token",
    replace: "",
    also: {
      file: "src/modules/playground/database/migrations/1763856000000-create-draft-ledger.ts",
      find: `create table playground_draft_result (
      task_id uuid primary key`,
      replace: `create table playground_draft_result (
      task_id uuid`,
    },
    spec: `${FAULTS}/writes.spec.ts`,
    test: "G5 \\(postgres\\)",
  },
  {
    promise: "G6",
    removes: "the flip of running tasks from the cancel",
    file: `${SQL}/transitions/cancel-batch.ts`,
    find: "where task.batch_id = $1 and task.status in ('pending', 'running')",
    replace: "where task.batch_id = $1 and task.status = 'pending'",
    spec: `${FAULTS}/cancel.spec.ts`,
    test: "G6 \\(postgres\\): of 200",
  },
  {
    promise: "G6",
    removes: "the signal that a batch was cancelled",
    file: "src/modules/playground/runtime/playground-runtime.ts",
    find: `this.signals_.send({ type: "cancelled", batch_id: batchId })`,
    replace: "",
    spec: `${FAULTS}/cancel.spec.ts`,
    test: "G6 \\(postgres\\): a cancel aborts",
  },
  {
    promise: "G7",
    removes: "the difference between a crash and an attempt",
    file: `${SQL}/transitions/claim-tasks.ts`,
    find: "and task.attempt - task.error_count < $4",
    replace: "and task.attempt < least($4, 1)",
    spec: `${FAULTS}/crashes.spec.ts`,
    test: "G7 \\(postgres\\): crashes below",
  },
  {
    promise: "G7",
    removes: "the end of a task that kills its workers",
    file: `${SQL}/transitions/fail-exhausted-tasks.ts`,
    find: "and task.attempt - task.error_count >= $1",
    replace: "and task.attempt - task.error_count >= $1 + 1000",
    spec: `${FAULTS}/crashes.spec.ts`,
    test: "G7 \\(postgres\\): a task that kills",
  },
  {
    promise: "G8",
    removes: "the database's clock from the lease",
    file: `${SQL}/transitions/claim-tasks.ts`,
    find: "lease_until = now() + $3 * interval '1 millisecond'",
    // The process's own clock, as a naive worker would have it.
    replace: "lease_until = to_timestamp(${Date.now()} / 1000.0) + $3 * interval '1 millisecond'",
    spec: `${FAULTS}/clocks.spec.ts`,
    test: "G8 \\(postgres\\): a worker whose clock is -2h",
  },
  {
    promise: "G9",
    removes: "the handing back of calls in flight at the deadline",
    file: "src/queue/bullmq-draft-queue.ts",
    find: "this.inFlight_.abort()",
    replace: "",
    spec: `${FAULTS}/shutdown.spec.ts`,
    test: "G9 \\(postgres\\): with 8 calls that hang",
  },
  {
    promise: "G9",
    removes: "the wait for drafts that are written once their slot is free",
    file: "src/queue/handlers-in-flight.ts",
    find: "this.running_.add(running)",
    replace: "if (!isReleased) this.running_.add(running)",
    spec: "integration-tests/modules/queue/deliver.spec.ts",
    test: "gives a slot to the next task once the last one is released",
  },
  {
    promise: "G10",
    removes: "the check of what a generator answers",
    file: "src/modules/playground/generation/check-draft.ts",
    find: "if (parsed.success && !problem) return parsed.data",
    replace: "if (parsed.success) return parsed.data",
    spec: `${FAULTS}/provider.spec.ts`,
    test: "G10 \\(postgres\\): a provider that only answers errors or garbage",
  },
  {
    promise: "G10",
    removes: "the draft's independence of a check that breaks",
    file: "src/modules/playground/generation/flags/flag-draft.ts",
    find: "onBroken(name, error)",
    replace: "throw error",
    spec: `${FAULTS}/provider.spec.ts`,
    test: "G10 \\(postgres\\): a draft is kept and asked for once",
  },
  {
    promise: "G10",
    removes: "the stop of a batch that no lead can help",
    file: "src/modules/playground/generation/settle-failure.ts",
    find: "await deps.stop({ batch_id, code, params, message })",
    replace: "",
    spec: `${FAULTS}/provider.spec.ts`,
    test: "G10 \\(postgres\\): a failure that no lead can help",
  },
  {
    promise: "G10",
    removes: "the end of a draft that waits for its next attempt in a stopped batch",
    file: "src/modules/playground/sql/transitions/fail-stopped-tasks.ts",
    find: "(task.status = 'pending' or",
    replace: "(task.status = 'pending' and task.error_count = 0 or",
    spec: `${FAULTS}/provider.spec.ts`,
    test: "G10 \\(postgres\\): a draft that would be tried again",
  },
  {
    promise: "G11",
    removes: "the lock on a draft between the look at it and its approval",
    file: `${SQL}/review/list-reviewable-drafts.ts`,
    find: "for share of task for key share of batch",
    replace: "for key share of batch",
    spec: `${LEDGER}/review.spec.ts`,
    test: "lets a rejection wait",
  },
  {
    promise: "G11",
    removes: "the sweeper's look at approved drafts",
    file: `${SQL}/transitions/delete-old-batches.ts`,
    find: `and not exists (
            select from playground_approved_email as entry
              join playground_draft_task as task on task.id = entry.draft_id
             where task.batch_id = batch.id)`,
    replace: "",
    spec: `${LEDGER}/retention.spec.ts`,
    test: "never a batch with an approved draft",
  },
  {
    promise: "G11",
    removes: "the second look at the lead after its approval",
    file: "src/workflows/reviews/approve-email.ts",
    find: "campaign_lead_ids: [campaign_lead_id],",
    replace: "campaign_lead_ids: [] as string[], unused: campaign_lead_id,",
    spec: REVIEW,
    test: "between the look at it and the approval",
  },
  {
    promise: "G11",
    removes: "the taking away of approvals after a lead was deleted",
    file: "src/workflows/leads/delete-campaign-lead.ts",
    find: `withdrawApprovalsStep(input).config({ name: "withdraw-late-approvals" })`,
    replace: "",
    spec: REVIEW,
    test: "right before the lead went",
  },
  {
    promise: "G11",
    removes: "the look whether just this is approved already",
    file: `${SQL}/review/approve-emails.ts`,
    find: "where entry.lead_changed_at is not null",
    replace: "where true or entry.lead_changed_at is not null",
    spec: REVIEW,
    test: "one act when they say the same",
  },
  {
    promise: "G12",
    removes: "the lock on the campaign before its mails are counted",
    file: `${SENDING}/lock-campaign.ts`,
    find: "and sending.status = 'running' for update of sending",
    replace: "and sending.status = 'running'",
    spec: `${DELIVERY}/limits.spec.ts`,
    test: "is not committed yet counts that one too",
  },
  {
    promise: "G12",
    removes: "the lock on the approval while a mail is taken",
    file: `${SENDING}/take-sends.ts`,
    find: "for update of send for share of email",
    replace: "for update of send",
    spec: `${DELIVERY}/holds.spec.ts`,
    test: "looked before its approval is taken away",
  },
  {
    promise: "G12",
    removes: "the lock on lead and campaign while a mail is taken",
    file: `${SENDING}/take-sends.ts`,
    find: "= lower(approved.recipient) for share of lead",
    replace: "= lower(approved.recipient)",
    spec: `${DELIVERY}/holds.spec.ts`,
    test: "looked before its lead withdraws its consent",
  },
  {
    promise: "G12",
    removes: "the look at the approved bytes",
    file: `${SENDING}/take-sends.ts`,
    find: "and email.content_hash = send.content_hash",
    replace: "",
    spec: `${DELIVERY}/holds.spec.ts`,
    test: "not taken once another body is approved",
  },
  {
    promise: "G12",
    removes: "the lock that adding a suppression takes",
    file: `${SENDING}/insert-suppressions.ts`,
    find: "await transaction.query(`select pg_advisory_xact_lock($1)`, [SUPPRESSIONS_LOCK])",
    replace: "void SUPPRESSIONS_LOCK",
    spec: `${DELIVERY}/holds.spec.ts`,
    test: "looked before its address is suppressed",
  },
  {
    promise: "G12",
    removes: "the state of mails whose process was lost",
    file: `${SENDING}/settle-sends.ts`,
    find: "set status = 'unknown', lease_until = null, error_code = 'process_lost',",
    replace: "set status = 'scheduled', lease_until = null, error_code = 'process_lost',",
    spec: `${FAULTS}/sending.spec.ts`,
    test: "G12 \\(postgres\\): mails of a process that was killed",
  },
  {
    promise: "G12",
    removes: "token and status from the writing of a refusal",
    file: `${SENDING}/settle-sends.ts`,
    find: `where send.id = $1 and send.lease_token = $2 and send.status in ('in_flight', 'unknown')
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index, send.status`,
    replace: `where send.id = $1 and $2::uuid is not null
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index, send.status`,
    spec: `${DELIVERY}/send-protocol.spec.ts`,
    test: "a send moves only as the state machine says",
  },
  {
    promise: "G13",
    removes: "the unique key on draft and version of the judge",
    file: "src/modules/playground/database/migrations/1763958000000-create-judging.ts",
    find: "create unique index playground_judging_task_once\n",
    replace: "create index playground_judging_task_once\n",
    also: {
      file: `${SQL}/judging/create-judging-tasks.ts`,
      find: "on conflict (draft_id, judge_version) where pair_id is null",
      replace: "on conflict (id)",
    },
    spec: `${FAULTS}/judging.spec.ts`,
    test: "a draft is judged once by a version",
  },
  {
    promise: "G13",
    removes: "the unique key on pair, order and version of the judge",
    file: "src/modules/playground/database/migrations/1763958000000-create-judging.ts",
    find: "create unique index playground_judging_task_once_per_order",
    replace: "create index playground_judging_task_once_per_order",
    also: {
      file: `${SQL}/judging/create-pair-judging-tasks.ts`,
      find: "on conflict (pair_id, draft_id, judge_version) where pair_id is not null",
      replace: "on conflict (id)",
    },
    spec: `${FAULTS}/pair-judging.spec.ts`,
    test: "a pair is judged once in each order by a version",
  },
  {
    promise: "G13",
    removes: "the pairs that a batch shares with another from the cancel of its judging",
    file: `${SQL}/judging/end-judging.ts`,
    find: "$1 in (comparison.first_batch_id, comparison.second_batch_id)",
    replace: "false",
    spec: `${FAULTS}/pair-judging.spec.ts`,
    test: "G13 \\(postgres\\): once a cancel has answered, of the comparison",
  },
  {
    promise: "G13",
    removes: "status and lease token from the writing of a judgement",
    file: `${SQL}/judging/settle-judging.ts`,
    find: `where judging.id = $1 and judging.status = 'running' and judging.lease_token = $2
     returning judging.id`,
    replace: `where judging.id = $1 and $2::text is not null
     returning judging.id`,
    spec: `${LEDGER}/judging.spec.ts`,
    test: "whoever has lost the lease on a judging task",
  },
  {
    promise: "G13",
    removes:
      "the reconciler's look at judging tasks that nobody enqueued, or whose worker was lost",
    file: `${SQL}/judging/mend-judging.ts`,
    find: "order by judging.enqueued_at limit $3 for update skip locked",
    replace: "and false order by judging.enqueued_at limit $3 for update skip locked",
    spec: `${FAULTS}/judging.spec.ts`,
    test: "G13 \\(postgres\\): a wake-up that is lost",
  },
  {
    promise: "G13",
    removes: "the flip of judging tasks from the cancel",
    file: "src/modules/playground/batches/batch-store.ts",
    find: "await cancelJudging(transaction, batch_id)",
    replace: "",
    spec: `${FAULTS}/judging.spec.ts`,
    test: "G13 \\(postgres\\): once a cancel has answered",
  },
  {
    promise: "G13",
    removes: "the reconciler's look at batches that were to be judged by themselves",
    file: "src/modules/playground/judging/judging-runtime.ts",
    find: "      this.enqueue(await this.createOrdered_())\n    })",
    replace: "    })",
    spec: `${FAULTS}/judging.spec.ts`,
    test: "drafts of new batches are judged by themselves",
  },
]
