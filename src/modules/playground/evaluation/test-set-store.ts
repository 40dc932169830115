import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import {
  countTestSets,
  listRunningTestBatches,
  listTestLeads,
  listTestSets,
  retrieveTestSet,
} from "../sql/evaluation/list-test-sets"
import { deleteTestSet, insertTestSet } from "../sql/evaluation/write-test-set"
import type { CreateTestSetInput, TestSetDetailDTO, TestSetDTO, TestSetPageDTO } from "./dtos"

interface TestSetKey {
  campaign_id: string
  test_set_id: string
}

/** Frozen sets of leads that prompts are run against, now and in a year. */
export class TestSetStore {
  constructor(private readonly manager_: () => Promise<EntityManager>) {}

  /** @throws MedusaError NOT_ALLOWED `test_set_name_taken` */
  async create(input: CreateTestSetInput): Promise<TestSetDTO> {
    return this.run_("create test set", async (manager) => {
      const { campaign_id, name } = input
      const test_set_id = await insertTestSet(manager, input)
      const created = test_set_id && (await retrieveTestSet(manager, { campaign_id, test_set_id }))
      if (created) return created
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The campaign has a test set of the name ${JSON.stringify(name)}: choose another (field name).`,
        "test_set_name_taken"
      )
    })
  }

  async list(
    campaign_id: string,
    page: { offset: number; limit: number }
  ): Promise<TestSetPageDTO> {
    return this.run_("list test sets", async (manager) => {
      const [test_sets, count] = await Promise.all([
        listTestSets(manager, { campaign_id, ...page }),
        countTestSets(manager, campaign_id),
      ])
      return { test_sets, count, ...page }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(key: TestSetKey): Promise<TestSetDetailDTO> {
    return this.run_("read test set", async (manager) => {
      const row = await retrieveTestSet(manager, key)
      if (!row) throw noTestSet(key)
      const leads = await listTestLeads(manager, key.test_set_id)
      return {
        ...row,
        leads: leads.map(({ lead_snapshot: snapshot, ...lead }) => ({ ...lead, snapshot })),
      }
    })
  }

  /** Its batches that still draft: to be cancelled before it is deleted. @throws MedusaError NOT_FOUND */
  async listRunningBatches(key: TestSetKey): Promise<string[]> {
    return this.run_("list running test batches", async (manager) => {
      if (!(await retrieveTestSet(manager, key))) throw noTestSet(key)
      return listRunningTestBatches(manager, key.test_set_id)
    })
  }

  /** With its evaluations, batches and drafts, since they hold copies of leads. */
  async delete(key: TestSetKey): Promise<void> {
    return this.run_("delete test set", async (manager) => {
      if (!(await deleteTestSet(manager, key))) throw noTestSet(key)
    })
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

export const noTestSet = ({ campaign_id, test_set_id }: TestSetKey) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no test set ${test_set_id}.`
  )
