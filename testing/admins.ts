import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createUserAccountWorkflow,
  revokeApiKeysWorkflow,
} from "@medusajs/medusa/core-flows"
import request from "supertest"

/** A user of the host's dashboard, and how to speak in their name. */
export interface Admin {
  id: string
  email: string
  password: string
  token: string
  headers: BearerHeaders
}

// An alias, not an interface: only that fits supertest's open-ended header type.
export type BearerHeaders = { authorization: `Bearer ${string}` }

export const bearer = (token: string): BearerHeaders => ({ authorization: `Bearer ${token}` })

/** Claims of a token that no login issued. */
export interface TokenClaims {
  actorId?: string
  /** @default "user" */
  actorType?: "user" | "customer"
  /** In seconds, or as "1h"; negative: expired already. @default "1d" */
  expiresIn?: number | string
  /** Ids of roles, which count under the host's RBAC. @default none */
  roles?: string[]
  /** @default the host's own */
  secret?: string
}

/** Signs a token as the host would. Its user need not exist: the host trusts the signature alone. */
export function signToken(
  container: MedusaContainer,
  {
    actorId = "user_signed_in_test",
    actorType = "user",
    expiresIn = "1d",
    roles = [],
    secret,
  }: TokenClaims = {}
): string {
  const { projectConfig } = container.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  return generateJwtToken(
    {
      actor_id: actorId,
      actor_type: actorType,
      auth_identity_id: `authid_of_${actorId}`,
      app_metadata: { [`${actorType}_id`]: actorId, roles },
    },
    { secret: secret ?? projectConfig.http.jwtSecret, expiresIn }
  )
}

/** Registers a user over HTTP, gives them an account and logs them in. */
export async function createAdmin(
  container: MedusaContainer,
  baseUrl: string,
  email: string
): Promise<Admin> {
  const password = "correct horse battery staple"
  const credentials = { email, password }
  const http = request(baseUrl)

  const registered = await http.post("/auth/user/emailpass/register").send(credentials).expect(200)
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: readClaim(registered.body.token, "auth_identity_id"),
      userData: { email },
    },
  })
  const login = await http.post("/auth/user/emailpass").send(credentials).expect(200)
  const token = String(login.body.token)
  return { id: user.id, email, password, token, headers: bearer(token) }
}

/** A secret API key of the host (`sk_…`). */
export async function createApiKey(container: MedusaContainer): Promise<string> {
  return (await makeApiKey(container, "secret")).token
}

/** Keys of the host that open nothing: a secret one that was revoked, and a shop's publishable one. */
export async function createUselessApiKeys(
  container: MedusaContainer
): Promise<{ revoked: string; publishable: string }> {
  const revoked = await makeApiKey(container, "secret")
  await revokeApiKeysWorkflow(container).run({
    input: { selector: { id: revoked.id }, revoke: { revoked_by: "user_signed_in_test" } },
  })
  const publishable = await makeApiKey(container, "publishable")
  return { revoked: revoked.token, publishable: publishable.token }
}

async function makeApiKey(container: MedusaContainer, type: "secret" | "publishable") {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ type, title: "test", created_by: "user_signed_in_test" }] },
  })
  const [key] = result
  if (!key) throw new Error("the host made no API key")
  return key
}

function readClaim(token: string, claim: string): string {
  const [, payload = ""] = token.split(".")
  const claims: Record<string, unknown> = JSON.parse(
    Buffer.from(payload, "base64url").toString("utf8")
  )
  return String(claims[claim])
}
