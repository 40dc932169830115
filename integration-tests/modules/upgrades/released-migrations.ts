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
    "b133349b8c30d853bc738cbc171e30ee97bc1d41719ecdbbc382088e27ee5d71",
  "playground/database/migrations/1763942400000-create-approvals.ts":
    "425839f8676d68d61778c4893e184bef4938c5f7e0a2c3c6bfed24b282765ec0",
  "playground/database/migrations/1763946000000-add-spend.ts":
    "685cdd74e153630bc8ba1ba7dc1bb7dcfe836627a6a4baa8b4d8bbd4fd52d7f3",
}
