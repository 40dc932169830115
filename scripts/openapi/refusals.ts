import type { RefusalStatus } from "./operation"

interface RefusalText {
  name: string
  description: string
  example: { type: string; message: string; code?: string }
}

/** Every way in which a call is refused: the host's one shape, `{ type, message, code? }`. */
export const REFUSALS: Record<RefusalStatus | 400 | 401 | 403 | 413 | 415, RefusalText> = {
  400: {
    name: "InvalidRequest",
    description:
      "Something of the request is wrong (`invalid_data`, with the field, what was expected and " +
      "what came), or it cannot be done now (`not_allowed`).",
    example: {
      type: "invalid_data",
      message: "Invalid request: Field 'step_index': Too small: expected number to be >=1, got: 0",
    },
  },
  401: {
    name: "Unauthorized",
    description: "No token, or one that is malformed, expired or revoked.",
    example: {
      type: "unauthorized",
      message:
        "Unauthorized: send 'Authorization: Bearer <token>' with an admin's token or a secret API key.",
    },
  },
  403: {
    name: "Forbidden",
    description: "Only where the host's feature flag `rbac` is on: no role has the policy.",
    example: { type: "forbidden", message: "Forbidden" },
  },
  404: {
    name: "NotFound",
    description: "The campaign is looked for first, then what is named below it.",
    example: {
      type: "not_found",
      message: "There is no campaign 0190f1c2-7a3b-7c4d-8e5f-000000000009.",
    },
  },
  429: {
    name: "TooManyRequests",
    description: "More than 60 calls a minute; `Retry-After` says for how long to wait.",
    example: { type: "too_many_requests", message: "Too many calls: wait a minute." },
  },
  409: {
    name: "IdempotencyKeyReused",
    description: "The `Idempotency-Key` made a batch with another body.",
    example: {
      type: "conflict",
      code: "idempotency_key_reused",
      message:
        "Header 'Idempotency-Key': this key made batch 0190f1c2-7a3b-7c4d-8e5f-000000000003 with another body. Send a new key.",
    },
  },
  413: {
    name: "TooLarge",
    description: "The body is larger than the call takes. The host's parser answers this.",
    example: { type: "invalid_data", message: "request entity too large" },
  },
  415: {
    name: "UnsupportedMediaType",
    description:
      "A body that is not in a Unicode encoding, or compressed in a way that is not read. Where " +
      "leads are imported: neither JSON nor CSV, not in UTF-8, or compressed.",
    example: {
      type: "invalid_data",
      message:
        "Header 'Content-Type': expected application/json or text/csv, in UTF-8 and not compressed, got: \"text/plain\"",
    },
  },
  422: {
    name: "Stale",
    description: "Variant, sender, step or lead have changed since the draft, or since you looked.",
    example: {
      type: "not_allowed",
      code: "lead_changed",
      message:
        "The lead has changed since the draft: draft it again, or approve without 'draft_id'.",
    },
  },
}
