/** The parts of the plugin's answers that the demo reads. */

export interface ImportAnswer {
  created: number
  skipped: number
  errors: { line: number; email?: string; reason: string }[]
}

export interface GenerateAnswer {
  batch_id: string
  total: number
  prompt_version_hash: string
}

export interface StatusAnswer {
  overall: Record<"pending" | "running" | "succeeded" | "failed" | "cancelled" | "total", number>
  per_lead: {
    campaign_lead_id: string
    status: string
    error?: { code: string; message: string }
  }[]
}

export interface DraftsAnswer {
  drafts: {
    id: string
    campaign_lead_id: string
    variant_label: string
    subject: string
    body: string
  }[]
}

export interface LeadsAnswer {
  leads: { id: string; email: string }[]
  count: number
}

export interface BatchAnswer {
  batch: {
    model: string | null
    usage: { input_tokens: number; output_tokens: number }
    cost: { amount: number; currency_code: string } | null
  }
}

export interface ComparisonAnswer {
  comparison: {
    id: string
    pairs: number
    /** Null: it has judged none. */
    judge: {
      judged: number
      wins: [first: number, second: number]
      ties: number
      /** Of the second's share of the wins. */
      interval: [low: number, high: number]
      decision: "first" | "second" | "none_shown"
    } | null
  }
}

export interface PairJudgingAnswer {
  counts: { pending: number }
}
