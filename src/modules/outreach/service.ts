import type { Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import { createDataSource, type HostOptions } from "../../persistence/data-source"
import { GraphService } from "../../persistence/graph-service"
import { LazyDataSource } from "../../persistence/lazy-data-source"
import type {
  AssignedLead,
  CampaignSnapshot,
  CampaignSource,
  ListStepLeadsByIdInput,
  ListStepLeadsInput,
  SampledLeadIdsPage,
  SampleLeadIdsInput,
  StepLeadsPage,
  StepSnapshot,
} from "../../ports"
import * as leads from "./campaign-leads"
import * as source from "./campaign-source"
import * as campaigns from "./campaigns"
import { Campaign } from "./entities/campaign"
import { CampaignLead } from "./entities/campaign-lead"
import { SenderProfile } from "./entities/sender-profile"
import { OUTREACH_MODULE, outreachSchema } from "./module-schema"
import type { LeadSearch } from "./lead-search"
import { sampleLeadIds } from "./sample-leads"
import * as profiles from "./sender-profiles"
import type {
  CampaignDTO,
  CampaignInput,
  CampaignLeadDTO,
  CampaignLeadInput,
  CampaignStatus,
  ExaminedLeadsDTO,
  SenderProfileDTO,
  SenderProfileInput,
  SyncedLeadsDTO,
} from "./types/dtos"

/** Reads are short and few: the playground snapshots what it needs once a batch. */
const POOL_SIZE = 3
/** Longest that a statement may take, in ms: a changed step assigns a million leads anew in one. */
const LONGEST_STATEMENT_MS = 5 * 60_000

interface SearchPage {
  /** Part of a name or an address, whatever its case. */
  q?: string
  offset: number
  limit: number
}

interface CampaignSearchPage extends SearchPage {
  status?: CampaignStatus
  /** The host's promotion campaign that it points at. */
  promotion_campaign_id?: string
}

/**
 * The bundled campaign source: campaigns with their steps and leads, and sender profiles. Resolve it
 * as `container.resolve("outreach")`. Every `retrieve…`, `update…` and `delete…` throws MedusaError
 * NOT_FOUND for an id that names nothing.
 */
export default class OutreachModuleService
  extends GraphService(OUTREACH_MODULE, {
    OutreachCampaign: Campaign,
    OutreachCampaignLead: CampaignLead,
    OutreachSenderProfile: SenderProfile,
  })
  implements CampaignSource
{
  protected readonly database_: LazyDataSource
  protected readonly logger_: Logger

  readonly __hooks = {
    onApplicationShutdown: async (): Promise<void> => {
      try {
        await this.database_.destroy()
      } catch (error) {
        // The host swallows what a hook rejects with.
        this.logger_.error(`outreach: could not close its database connections: ${String(error)}`)
      }
    },
  }

  constructor({ logger }: { logger: Logger }, options: HostOptions) {
    const database = new LazyDataSource(() =>
      createDataSource({
        schema: outreachSchema,
        options,
        poolSize: POOL_SIZE,
        statementLimitMs: LONGEST_STATEMENT_MS,
        logger,
      })
    )
    super(async () => (await database.ready()).manager)
    this.logger_ = logger
    this.database_ = database
  }

  async createSenderProfile(input: SenderProfileInput): Promise<SenderProfileDTO> {
    return profiles.createSenderProfile(await this.manager_(), input)
  }
  async retrieveSenderProfile(id: string): Promise<SenderProfileDTO> {
    return profiles.retrieveSenderProfile(await this.manager_(), id)
  }
  /** Newest first, with how many there are. */
  async searchSenderProfiles(page: SearchPage): Promise<[SenderProfileDTO[], number]> {
    return profiles.listSenderProfiles(await this.manager_(), page)
  }
  async updateSenderProfile(
    id: string,
    input: Partial<SenderProfileInput>
  ): Promise<SenderProfileDTO> {
    return profiles.updateSenderProfile(await this.manager_(), id, input)
  }
  async deleteSenderProfile(id: string): Promise<void> {
    return profiles.deleteSenderProfile(await this.manager_(), id)
  }

  /** @throws MedusaError INVALID_DATA for a sender profile that does not exist */
  async createCampaign(input: CampaignInput): Promise<CampaignDTO> {
    return campaigns.createCampaign(await this.manager_(), input)
  }
  async retrieveCampaign(id: string): Promise<CampaignDTO> {
    return campaigns.retrieveCampaign(await this.manager_(), id)
  }
  /** Newest first, with how many there are. */
  async searchCampaigns(page: CampaignSearchPage): Promise<[CampaignDTO[], number]> {
    return campaigns.listCampaigns(await this.manager_(), page)
  }
  /** Leads keep their variants; those of a variant that is gone are assigned anew. */
  async updateCampaign(id: string, input: Partial<CampaignInput>): Promise<CampaignDTO> {
    return campaigns.updateCampaign(await this.manager_(), id, input)
  }
  /** With its steps and leads. */
  async deleteCampaign(id: string): Promise<void> {
    return campaigns.deleteCampaign(await this.manager_(), id)
  }

  /**
   * @returns the ids of those that were added, in their order; known addresses are passed over
   * @throws MedusaError NOT_FOUND for an unknown campaign
   */
  async addCampaignLeads(campaign_id: string, input: CampaignLeadInput[]): Promise<string[]> {
    return leads.addLeads(await this.manager_(), campaign_id, input)
  }
  /**
   * Adds leads, and brings those that the campaign has already up to date, by customer or address;
   * their variants stay, and so does what is null or absent.
   *
   * @throws MedusaError NOT_FOUND for an unknown campaign
   */
  async syncCampaignLeads(
    campaign_id: string,
    input: CampaignLeadInput[]
  ): Promise<SyncedLeadsDTO> {
    return leads.syncLeads(await this.manager_(), campaign_id, input)
  }
  /** What `syncCampaignLeads` would come to. Writes nothing. */
  async examineCampaignLeads(
    campaign_id: string,
    input: CampaignLeadInput[]
  ): Promise<ExaminedLeadsDTO> {
    return leads.examineLeads(await this.manager_(), campaign_id, input)
  }
  async retrieveCampaignLead(campaign_id: string, id: string): Promise<CampaignLeadDTO> {
    return leads.retrieveLead(await this.manager_(), { campaign_id, id })
  }
  /** In lead order, with how many there are. */
  async searchCampaignLeads(
    campaign_id: string,
    search: LeadSearch
  ): Promise<[CampaignLeadDTO[], number]> {
    return leads.listLeads(await this.manager_(), campaign_id, search)
  }
  async updateCampaignLead(
    campaign_id: string,
    id: string,
    input: Partial<CampaignLeadInput>
  ): Promise<CampaignLeadDTO> {
    return leads.updateLead(await this.manager_(), { campaign_id, id }, input)
  }
  async deleteCampaignLead(campaign_id: string, id: string): Promise<void> {
    return leads.deleteLead(await this.manager_(), { campaign_id, id })
  }

  /** Those that are not there (any more) are passed over. */
  async deleteCampaignLeads(campaign_id: string, ids: string[]): Promise<void> {
    return leads.deleteLeads(await this.manager_(), campaign_id, ids)
  }

  async retrieveCampaignSnapshot(campaign_id: string): Promise<CampaignSnapshot | null> {
    return source.readCampaignSnapshot(await this.manager_(), campaign_id)
  }
  async retrieveStepSnapshot(
    campaign_id: string,
    step_index: number
  ): Promise<StepSnapshot | null> {
    return source.readStepSnapshot(await this.manager_(), campaign_id, step_index)
  }
  async listStepLeads(input: ListStepLeadsInput): Promise<StepLeadsPage> {
    return source.readStepLeads(await this.manager_(), input)
  }
  async listStepLeadsById(input: ListStepLeadsByIdInput): Promise<AssignedLead[]> {
    return source.readStepLeadsById(await this.manager_(), input)
  }
  async listCampaignLeadIds(campaign_id: string, lead_ids: string[]): Promise<string[]> {
    return source.readCampaignLeadIds(await this.manager_(), campaign_id, lead_ids)
  }
  async sampleLeadIds(input: SampleLeadIdsInput): Promise<SampledLeadIdsPage> {
    return sampleLeadIds(await this.manager_(), input)
  }
  async listAttributePaths(campaign_id: string, limit: number): Promise<string[][] | null> {
    return source.readAttributePaths(await this.manager_(), campaign_id, limit)
  }

  private async manager_(): Promise<EntityManager> {
    return (await this.database_.ready()).manager
  }
}
