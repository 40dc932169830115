import type { ModuleSchema } from "../../persistence/data-source"
import { CreateOutreach1763856100000 } from "./database/migrations/1763856100000-create-outreach"
import { IndexCustomers1763942500000 } from "./database/migrations/1763942500000-index-customers"
import { AddEmailConsent1763950000000 } from "./database/migrations/1763950000000-add-email-consent"
import { PublishLeads1763950200000 } from "./database/migrations/1763950200000-publish-leads"
import { CreateAttributeNames1763951000000 } from "./database/migrations/1763951000000-create-attribute-names"
import { IndexSamples1763954000000 } from "./database/migrations/1763954000000-index-samples"
import { AddVariantPrompts1763955000000 } from "./database/migrations/1763955000000-add-variant-prompts"
import { Campaign } from "./entities/campaign"
import { CampaignLead } from "./entities/campaign-lead"
import { SenderProfile } from "./entities/sender-profile"

/** The module's key in the host's container. */
export const OUTREACH_MODULE = "outreach"

/** Its tables, and how they came about. */
export const outreachSchema: ModuleSchema = {
  module: OUTREACH_MODULE,
  entities: [SenderProfile, Campaign, CampaignLead],
  migrations: [
    CreateOutreach1763856100000,
    IndexCustomers1763942500000,
    AddEmailConsent1763950000000,
    PublishLeads1763950200000,
    CreateAttributeNames1763951000000,
    IndexSamples1763954000000,
    AddVariantPrompts1763955000000,
  ],
  migrationsTableName: "outreach_migration",
}
