import { startPostgres } from "./postgres"
import { startRedis } from "./redis"

/** Brings Postgres and Redis, and answers the variables by which the tests find them. */
export async function startServices(): Promise<Record<string, string>> {
  const [postgres, redis] = [await startPostgres(), await startRedis()]
  const database = new URL(postgres.url)
  return {
    // The host's test runner turns TLS on for every database whose URL does not say localhost.
    DB_HOST: database.hostname === "127.0.0.1" ? "localhost" : database.hostname,
    DB_PORT: database.port || "5432",
    DB_USERNAME: decodeURIComponent(database.username),
    DB_PASSWORD: decodeURIComponent(database.password),
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    TZ: "UTC",
  }
}
