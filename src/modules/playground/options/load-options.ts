import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import { parsePlaygroundOptions } from "./playground-options"
import { setReconcileInterval } from "./reconcile-interval"

/** Checks the options and registers them as `playgroundOptions`. A wrong one stops the boot. */
export default async function optionsLoader({ container, options }: LoaderOptions): Promise<void> {
  const parsed = parsePlaygroundOptions(options)
  setReconcileInterval(parsed.reconcileIntervalMs)
  container.register({ playgroundOptions: asValue(parsed) })
}
