import type {
  IApiKeyModuleService,
  IUserModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * What actors are called where a person reads of them: a user's name, else their e-mail address; an
 * API key's title. Who is gone by now, and `system`, is not in the answer.
 */
export async function readActorNames(
  container: MedusaContainer,
  actors: readonly string[]
): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].filter((id) => id !== "system")
  if (ids.length === 0) return new Map()
  const page = { take: ids.length }
  const [users, keys] = await Promise.all([
    container.resolve<IUserModuleService>(Modules.USER).listUsers({ id: ids }, page),
    container.resolve<IApiKeyModuleService>(Modules.API_KEY).listApiKeys({ id: ids }, page),
  ])
  return new Map([
    ...users.map(({ id, first_name, last_name, email }): [string, string] => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ]),
    ...keys.map(({ id, title }): [string, string] => [id, title]),
  ])
}
