import type { Figure } from "./figure"

/** The servers that the benches share. */
export interface Services {
  postgresUrl: string
  redisUrl: string
}

/** One file's worth of measurements. */
export interface Bench {
  id: string
  title: string
  run(services: Services): Promise<Figure[]>
}
