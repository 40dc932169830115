import { z } from "@medusajs/framework/zod"
import { ListOutboxMails } from "../../../src/api/api/v1/playground/outbox/validators"
import { SendTest } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/test-send/validators"
import {
  ListSends,
  ResolveSend,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/sends/validators"
import {
  ListSendingHistory,
  PreviewSending,
  ScheduleSends,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/sending/validators"
import {
  MailgunEvent,
  PlainEvents,
  ResendEvent,
} from "../../../src/modules/delivery/mail-events/parse-mail-events"
import {
  AddSuppressions,
  DeleteSuppression,
  ListLiftedSuppressions,
  ListSuppressions,
} from "../../../src/api/api/v1/suppressions/validators"
import { count, Deleted, id, instant } from "../answers/parts"
import {
  AddedSuppressions,
  LiftedSuppressionPage,
  OutboxMailRead,
  OutboxPage,
  ScheduledSends,
  Send,
  SendingHistory,
  SendingPreview,
  SendPage,
  SuppressionPage,
  Transports,
} from "../answers/sending"
import * as example from "../examples"
import type { Operation } from "../operation"

const CAMPAIGN = "/campaigns/{campaign_id}"
const NOW = "2026-11-27T09:30:00.000Z"
const SEND_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000007"
const SUPPRESSION_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000008"
const MAIL_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000009"
const { CAMPAIGN_ID, LEAD_ID } = example

const send = {
  id: SEND_ID,
  campaign_lead_id: LEAD_ID,
  recipient: "ada@example.com",
  step_index: 1,
  status: "accepted",
  due_at: NOW,
  scheduled_by: "user_01",
  scheduled_at: NOW,
  attempt: 1,
  transport: "smtp",
  accepted_at: NOW,
  message_id: `<${SEND_ID}@example.com>`,
}
const held_back = [{ reason: "suppressed", count: 2 }]
const suppression = {
  id: SUPPRESSION_ID,
  kind: "address",
  value: "ada@example.com",
  reason: "unsubscribed",
  source: "unsubscribe link",
  created_by: "system",
  created_by_name: null,
  created_at: NOW,
}

const UNSUBSCRIBE_PAGE: Operation["answer"] = {
  type: "text/html",
  schema: z.string(),
  example: "<!doctype html>…",
}

export const sendingOperations: Record<string, Operation> = {
  [`get ${CAMPAIGN}/sending/preview`]: {
    operationId: "previewSending",
    tag: "Sending",
    summary: "What Send would do, and how the step's sends stand",
    query: PreviewSending,
    answer: {
      schema: SendingPreview,
      example: {
        campaign_id: CAMPAIGN_ID,
        step_index: 1,
        ready: 118,
        held_back,
        days: [{ date: "2026-11-27", count: 118 }],
        footer:
          "Northwind Ltd, 1 Main Street\nhttps://shop.example/api/v1/playground/unsubscribe/…",
        transport: "smtp",
        is_paused: false,
        counts: {
          scheduled: 0,
          in_flight: 0,
          accepted: 0,
          rejected: 0,
          unknown: 0,
          cancelled: 0,
        },
      },
    },
    refusals: [404],
  },
  [`get ${CAMPAIGN}/sending/history`]: {
    operationId: "listSendingHistory",
    tag: "Sending",
    summary: "Who did what to the campaign's sending, newest first",
    query: ListSendingHistory,
    answer: {
      schema: SendingHistory,
      example: {
        history: [
          {
            id: "12",
            action: "schedule",
            actor: "user_01",
            actor_name: "Mira Sandoval",
            created_at: NOW,
            step_index: 1,
            count: 118,
            reason: null,
            as: null,
            changed: null,
            send_id: null,
            campaign_lead_id: null,
            recipient: null,
          },
        ],
        ...example.page,
      },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/sending`]: {
    operationId: "scheduleSends",
    tag: "Sending",
    summary: "Send the approved mails of a step",
    description:
      "Schedules those that are not scheduled, in flight or sent yet. Again: only what is not. Later " +
      "steps follow by themselves, where their mails are approved.",
    body: { schema: ScheduleSends, example: { step_index: 1 } },
    answer: {
      status: 202,
      schema: ScheduledSends,
      example: {
        campaign_id: CAMPAIGN_ID,
        step_index: 1,
        scheduled: 118,
        held_back,
        undo_until: NOW,
      },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/sending/pause`]: {
    operationId: "pauseSending",
    tag: "Sending",
    summary: "Stop sending for now",
    description: "Once this has answered nothing more is handed over; what is in flight ends.",
    answer: {
      schema: z.strictObject({ campaign_id: id(), is_paused: z.boolean() }),
      example: { campaign_id: CAMPAIGN_ID, is_paused: true },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/sending/resume`]: {
    operationId: "resumeSending",
    tag: "Sending",
    summary: "Go on sending",
    answer: {
      schema: z.strictObject({ campaign_id: id(), is_paused: z.boolean() }),
      example: { campaign_id: CAMPAIGN_ID, is_paused: false },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/sending/cancel`]: {
    operationId: "cancelSending",
    tag: "Sending",
    summary: "Take back what is scheduled",
    description: "Of all steps. Send schedules it again.",
    answer: {
      schema: z.strictObject({ campaign_id: id(), cancelled_count: count() }),
      example: { campaign_id: CAMPAIGN_ID, cancelled_count: 118 },
    },
    refusals: [404],
  },
  [`get ${CAMPAIGN}/sends`]: {
    operationId: "listSends",
    tag: "Sending",
    summary: "A page of the sends, the next to go first",
    query: ListSends,
    answer: { schema: SendPage, example: { sends: [send], ...example.page } },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/sends/{send_id}/resolve`]: {
    operationId: "resolveSend",
    tag: "Sending",
    summary: "Settle a send of which nobody knows whether it went",
    body: { schema: ResolveSend, example: { as: "sent" } },
    answer: {
      schema: z.strictObject({ send: Send }),
      example: { send: { ...send, resolved_by: "user_01" } },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/leads/{campaign_lead_id}/replied`]: {
    operationId: "noteReplied",
    tag: "Sending",
    summary: "Note that a lead has answered",
    description: "Nothing more of the campaign goes to it. Again: changes nothing.",
    answer: {
      schema: z.strictObject({
        campaign_id: id(),
        campaign_lead_id: id(),
        replied_at: instant(),
        cancelled_count: count(),
      }),
      example: {
        campaign_id: CAMPAIGN_ID,
        campaign_lead_id: LEAD_ID,
        replied_at: NOW,
        cancelled_count: 1,
      },
    },
    refusals: [404],
  },
  [`post ${CAMPAIGN}/playground/drafts/{draft_id}/test-send`]: {
    operationId: "sendTestMail",
    tag: "Sending",
    summary: "Send one draft to yourself",
    description:
      "To the signed-in user's own address, marked as a test; 20 an hour. With `subject` and `body` that " +
      "text, as it stands on the screen; without them what was approved from the draft, else what was " +
      "drafted. A refusal says why in `code` and `params`.",
    body: {
      schema: SendTest,
      example: { subject: example.draft.subject, body: example.draft.body },
    },
    answer: {
      schema: z.strictObject({ to: z.string(), is_trial: z.boolean() }),
      example: { to: "mira@example.com", is_trial: false },
    },
    refusals: [404],
  },
  "get /suppressions": {
    operationId: "listSuppressions",
    tag: "Sending",
    summary: "A page of whom the shop never writes to, newest first",
    description: "With `Accept: text/csv` all of it as CSV.",
    query: ListSuppressions,
    answer: {
      schema: SuppressionPage,
      example: { suppressions: [suppression], ...example.page },
      csv: { example: "value,reason,source,created_at\nada@example.com,manual,csv,…\n" },
    },
  },
  "post /suppressions": {
    operationId: "addSuppressions",
    tag: "Sending",
    summary: "Add addresses and domains",
    description: "A domain covers those below it. What is there already keeps its first reason.",
    body: {
      schema: AddSuppressions,
      example: { suppressions: [{ value: "ada@example.com", reason: "manual" }] },
      csv: {
        description: "A column `value`, and `reason` where it is not `manual`. Any length.",
        example: "value,reason\nada@example.com,bounced\nexample.org,manual\n",
      },
    },
    answer: { schema: AddedSuppressions, example: { added: 1, skipped: 0, errors: [] } },
  },
  "get /suppressions/lifted": {
    operationId: "listLiftedSuppressions",
    tag: "Sending",
    summary: "A page of what people took off the list, the last first",
    query: ListLiftedSuppressions,
    answer: {
      schema: LiftedSuppressionPage,
      example: {
        lifted: [
          {
            ...suppression,
            lifted_by: "user_01",
            lifted_by_name: "Mira Sandoval",
            lifted_at: NOW,
            note: "She asked us to write again",
          },
        ],
        ...example.page,
      },
    },
  },
  "delete /suppressions/{suppression_id}": {
    operationId: "deleteSuppression",
    tag: "Sending",
    summary: "Let the shop write there again",
    description: "Who did it, and `note`, stand under `GET /suppressions/lifted`.",
    body: { schema: DeleteSuppression, example: { note: "She asked us to write again" } },
    answer: {
      schema: Deleted,
      example: { id: SUPPRESSION_ID, object: "suppression", deleted: true },
    },
    refusals: [404],
  },
  "get /playground/outbox": {
    operationId: "listOutboxMails",
    tag: "Sending",
    summary: "A page of what the transport `outbox` keeps, newest first",
    query: ListOutboxMails,
    answer: {
      schema: OutboxPage,
      example: {
        mails: [
          {
            id: MAIL_ID,
            message_id: send.message_id,
            recipient: "ada@example.com",
            subject: "Hello Ada",
            eml: "From: Mira <mira@example.com>\r\n…",
            created_at: NOW,
          },
        ],
        ...example.page,
      },
    },
  },
  "get /playground/outbox/{mail_id}": {
    operationId: "retrieveOutboxMail",
    tag: "Sending",
    summary: "One mail of the outbox, decoded as a mail program would",
    answer: {
      schema: OutboxMailRead,
      example: {
        mail: {
          id: MAIL_ID,
          message_id: send.message_id,
          recipient: "ada@example.com",
          from: "Mira <mira@example.com>",
          to: "Ada <ada@example.com>",
          subject: "Hello Ada",
          text: "Hello Ada,\n…",
          html: null,
          headers: [{ name: "Subject", value: "Hello Ada" }],
          eml: "From: Mira <mira@example.com>\r\n…",
          created_at: NOW,
        },
      },
    },
    refusals: [404],
  },
  "get /playground/transports": {
    operationId: "listTransports",
    tag: "Sending",
    summary: "What campaigns may send by",
    answer: {
      schema: Transports,
      example: {
        transports: [
          {
            id: "outbox",
            is_default: true,
            default_from: "outbox@shop.example",
            is_trial: true,
          },
        ],
      },
    },
  },
  "get /playground/unsubscribe/{token}": {
    operationId: "showUnsubscribe",
    tag: "Sending",
    summary: "The page behind the link in a mail's footer",
    description:
      "Needs no login. It changes nothing, since mail scanners open every link, and says the same " +
      "whether the token is good or not, in the lead's language, else the browser's.",
    isPublic: true,
    answer: UNSUBSCRIBE_PAGE,
    refusals: [429],
  },
  "post /playground/unsubscribe/{token}": {
    operationId: "unsubscribe",
    tag: "Sending",
    summary: "Unsubscribe, by one click (RFC 8058)",
    description:
      "Needs no login. Mail programs send `List-Unsubscribe=One-Click` as a form. The address is " +
      "suppressed for all campaigns; again, or with a token that is not good: changes nothing.",
    isPublic: true,
    answer: UNSUBSCRIBE_PAGE,
    refusals: [429],
  },
  "post /playground/mail-events/{provider}": {
    operationId: "recordMailEvents",
    tag: "Sending",
    summary: "Hear of bounces and complaints",
    description:
      "Needs no login but a signature: see [sending](sending.md). `mailgun` and `resend` speak their " +
      "own forms, every other name the plain one. Each report counts once.",
    isPublic: true,
    body: {
      schema: z.union([PlainEvents, MailgunEvent, ResendEvent]),
      example: {
        events: [
          {
            id: "42",
            type: "bounced",
            email: "ada@example.com",
            message_id: send.message_id,
          },
        ],
      },
    },
    answer: {
      schema: z.strictObject({
        recorded: count().meta({ description: "How many of them were new." }),
      }),
      example: { recorded: 1 },
    },
    refusals: [401],
  },
}
