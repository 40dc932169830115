import { defineJoinerConfig } from "@medusajs/framework/utils"
import { DELIVERY_MODULE } from "./module-schema"

/** Sending offers no entity to `query.graph`: what it knows is read through its face. */
export const deliveryJoiner = defineJoinerConfig(DELIVERY_MODULE, {
  models: [],
  linkableKeys: {},
  primaryKeys: ["id"],
})
