import type { ModuleSchema } from "../../persistence/data-source"
import { CreateDelivery1763950300000 } from "./database/migrations/1763950300000-create-delivery"
import { LiftedSuppression } from "./entities/lifted-suppression"
import { Send } from "./entities/send"
import { Suppression } from "./entities/suppression"

/** The module's key in the host's container. */
export const DELIVERY_MODULE = "delivery"

/** Its tables, and how they came about. */
export const deliverySchema: ModuleSchema = {
  module: DELIVERY_MODULE,
  entities: [Send, Suppression, LiftedSuppression],
  migrations: [CreateDelivery1763950300000],
  migrationsTableName: "delivery_migration",
}
