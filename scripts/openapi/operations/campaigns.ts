import { z } from "@medusajs/framework/zod"
import {
  CreateCampaign,
  ListCampaigns,
  UpdateCampaign,
} from "../../../src/api/api/v1/campaigns/validators"
import {
  CreateSenderProfile,
  ListSenderProfiles,
  UpdateSenderProfile,
} from "../../../src/api/api/v1/sender-profiles/validators"
import { Campaign, CampaignPage, SenderProfile, SenderProfilePage } from "../answers/outreach"
import { Deleted } from "../answers/parts"
import * as example from "../examples"
import type { Operation } from "../operation"

const OneCampaign = z.strictObject({ campaign: Campaign })
const OneSenderProfile = z.strictObject({ sender_profile: SenderProfile })

const CHANGE = "A value sets, null clears, absent leaves alone."

export const campaignOperations: Record<string, Operation> = {
  "get /campaigns": {
    operationId: "listCampaigns",
    tag: "Campaigns",
    summary: "A page of the campaigns, newest first",
    query: ListCampaigns,
    answer: {
      schema: CampaignPage,
      example: { campaigns: [{ ...example.campaign, ...example.draftCounts }], ...example.page },
    },
  },
  "post /campaigns": {
    operationId: "createCampaign",
    tag: "Campaigns",
    summary: "Make a campaign with its steps",
    body: { schema: CreateCampaign, example: example.newCampaign },
    answer: { schema: OneCampaign, example: { campaign: example.campaign } },
  },
  "get /campaigns/{campaign_id}": {
    operationId: "getCampaign",
    tag: "Campaigns",
    summary: "One campaign with its steps",
    answer: { schema: OneCampaign, example: { campaign: example.campaign } },
    refusals: [404],
  },
  "patch /campaigns/{campaign_id}": {
    operationId: "updateCampaign",
    tag: "Campaigns",
    summary: "Change a campaign",
    description: `${CHANGE} \`steps\` replaces all of them; leads keep the variants they have.`,
    body: { schema: UpdateCampaign, example: { status: "active" } },
    answer: {
      schema: OneCampaign,
      example: { campaign: { ...example.campaign, status: "active" } },
    },
    refusals: [404],
  },
  "delete /campaigns/{campaign_id}": {
    operationId: "deleteCampaign",
    tag: "Campaigns",
    summary: "Delete a campaign",
    description: "With its steps, leads and approved e-mails. What it still drafts is cancelled.",
    answer: {
      schema: Deleted,
      example: { id: example.CAMPAIGN_ID, object: "campaign", deleted: true },
    },
    refusals: [404],
  },
  "get /sender-profiles": {
    operationId: "listSenderProfiles",
    tag: "Sender profiles",
    summary: "A page of the sender profiles, newest first",
    query: ListSenderProfiles,
    answer: {
      schema: SenderProfilePage,
      example: { sender_profiles: [example.senderProfile], ...example.page },
    },
  },
  "post /sender-profiles": {
    operationId: "createSenderProfile",
    tag: "Sender profiles",
    summary: "Make a sender profile",
    body: { schema: CreateSenderProfile, example: example.newSenderProfile },
    answer: { schema: OneSenderProfile, example: { sender_profile: example.senderProfile } },
  },
  "get /sender-profiles/{sender_profile_id}": {
    operationId: "getSenderProfile",
    tag: "Sender profiles",
    summary: "One sender profile",
    answer: { schema: OneSenderProfile, example: { sender_profile: example.senderProfile } },
    refusals: [404],
  },
  "patch /sender-profiles/{sender_profile_id}": {
    operationId: "updateSenderProfile",
    tag: "Sender profiles",
    summary: "Change a sender profile",
    description: `${CHANGE} \`is_default: true\` takes it from the profile that has it.`,
    body: { schema: UpdateSenderProfile, example: { is_default: true } },
    answer: {
      schema: OneSenderProfile,
      example: { sender_profile: { ...example.senderProfile, is_default: true } },
    },
    refusals: [404],
  },
  "delete /sender-profiles/{sender_profile_id}": {
    operationId: "deleteSenderProfile",
    tag: "Sender profiles",
    summary: "Delete a sender profile",
    description: "Campaigns and variants that named it name none afterwards.",
    answer: {
      schema: Deleted,
      example: { id: example.SENDER_PROFILE_ID, object: "sender_profile", deleted: true },
    },
    refusals: [404],
  },
}
