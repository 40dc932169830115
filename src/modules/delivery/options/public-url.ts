import type { ConfigModule } from "@medusajs/framework/types"
import type { ResolvedDeliveryOptions } from "./delivery-options"

/**
 * Where links in mails lead, without a slash at its end: the option, else the host's own address where
 * its configuration names it whole, else this machine while one develops. Null: nobody has said, and
 * nothing is sent.
 */
export function resolvePublicUrl(
  { sending }: Pick<ResolvedDeliveryOptions, "sending">,
  config: ConfigModule | undefined,
  env: NodeJS.ProcessEnv = process.env
): string | null {
  if (sending.publicUrl) return sending.publicUrl
  const backendUrl = config?.admin?.backendUrl
  if (backendUrl && /^https?:\/\//.test(backendUrl)) return backendUrl.replace(/\/+$/, "")
  return env.NODE_ENV === "production" ? null : `http://localhost:${env.PORT ?? 9000}`
}
