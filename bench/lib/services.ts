import { startEmbeddedPostgres } from "../../scripts/services/postgres"
import { startOwnRedis } from "../../scripts/services/redis"
import type { Services } from "./bench"

/** A Postgres that waits for its disk, as a real one does, and a Redis. */
export async function startServices(): Promise<Services> {
  const postgres = await startEmbeddedPostgres({ isDurable: true })
  const redis = await startOwnRedis()
  return { postgresUrl: postgres.url, redisUrl: redis.url }
}
