import type { ApiClient } from "../../demo/api-client"

/** Posts, and answers the id of what was made. */
export async function make(api: ApiClient, path: string, body: object): Promise<string> {
  const [made] = Object.values(await api.post<Record<string, { id: string }>>(path, body))
  return made?.id ?? ""
}
