import { ReplaceChecks } from "../../src/api/api/v1/campaigns/[campaign_id]/checks/validators"
import { JsonSchemas, type JsonSchema } from "./to-json-schema"

/** What a file of checks may hold: the body of `PUT …/checks`, for editors and pipelines. */
export const checksFileSchema = (): JsonSchema => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Checks of a campaign's drafts",
  description: "A file of these is the body of PUT /api/v1/campaigns/{campaign_id}/checks.",
  ...new JsonSchemas().convert(ReplaceChecks, "input"),
})
