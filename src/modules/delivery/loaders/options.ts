import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { parseDeliveryOptions } from "../options/delivery-options"

/** Checks the options and registers them as `deliveryOptions`. A wrong one stops the boot. */
export default async function optionsLoader({ container, options }: LoaderOptions): Promise<void> {
  container.register({ deliveryOptions: asValue(parseDeliveryOptions(options)) })
}
