/**
 * The migrations of every release, by the SHA-256 of their text: they have run on somebody's database,
 * so they may never change again. What is new goes into a new file, and is added here on release.
 */
export const RELEASED: Record<string, string> = {
  "outreach/database/migrations/1763856100000-create-outreach.ts":
    "bc7329e2fd977baa90abcb33386f1798e8e5eb336cbcd027a4f46f50f9286655",
  "outreach/database/migrations/1763942500000-index-customers.ts":
    "be56758bce73b3f71a6afe09461d2815f7d038a19205a02bb6614233849b94f9",
  "playground/database/migrations/1763856000000-create-draft-ledger.ts":
    "e8ee3917307c3789c85339d38697f1872954cef41b70f3a1aa287224e997749c",
  "playground/database/migrations/1763942400000-create-approvals.ts":
    "aa80759669a80f747b8819d86b0031d0d647847bf38c4f646d0d64251267b801",
}
