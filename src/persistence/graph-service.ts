import type { ModuleJoinerConfig, Pluralize } from "@medusajs/framework/types"
import { defineJoinerConfig, pluralize } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { findRows, type GraphConfig, type GraphFilters } from "./find-rows"
import { toGraphSchema, type GraphEntities } from "./graph-schema"

type Row<Entity> = Entity extends new () => infer Instance ? Instance : never

/** `listX` and `listAndCountX` for each entity: the methods that the host's `query.graph` calls. */
type GraphReads<Entities extends GraphEntities> = {
  [Name in keyof Entities & string as `list${Pluralize<Name>}`]: (
    filters?: GraphFilters,
    config?: GraphConfig
  ) => Promise<Row<Entities[Name]>[]>
} & {
  [Name in keyof Entities & string as `listAndCount${Pluralize<Name>}`]: (
    filters?: GraphFilters,
    config?: GraphConfig
  ) => Promise<[Row<Entities[Name]>[], number]>
}

/**
 * What the host's `MedusaService` is for its own models, for TypeORM entities: a base class whose
 * instances answer `query.graph` and links. Schema, aliases and linkable keys follow from the
 * entities' metadata: `PlaygroundBatch` is queried as `playground_batch` and linked by
 * `playground_batch_id`.
 *
 * @param module the module's key in the container
 * @param entities by their names in the graph
 */
export function GraphService<Entities extends GraphEntities>(
  module: string,
  entities: Entities
): new (manager: () => Promise<EntityManager>) => GraphReads<Entities> {
  const joiner = defineJoinerConfig(module, {
    models: Object.keys(entities).map((name) => ({ name })),
    schema: toGraphSchema(entities),
  })

  class Service {
    constructor(readonly graphManager_: () => Promise<EntityManager>) {}

    /** Called on the prototype, before there is an instance. */
    __joinerConfig(): ModuleJoinerConfig {
      return joiner
    }
  }

  for (const [name, entity] of Object.entries(entities)) {
    async function listAndCount(this: Service, filters?: GraphFilters, config?: GraphConfig) {
      const manager = await this.graphManager_()
      return findRows(manager.getRepository(entity), filters, config)
    }
    async function list(this: Service, filters?: GraphFilters, config?: GraphConfig) {
      return (await listAndCount.call(this, filters, config))[0]
    }
    Object.assign(Service.prototype, {
      [`list${pluralize(name)}`]: list,
      [`listAndCount${pluralize(name)}`]: listAndCount,
    })
  }
  // The methods have just been defined under the names that the type derives from the same keys.
  return Service as unknown as new (manager: () => Promise<EntityManager>) => GraphReads<Entities>
}
