import { Redis } from "ioredis"
import { Client } from "pg"

/** Statements sent by this process, each of them a round trip, but for those of `observer`. */
export async function countStatements(
  observer: Client,
  work: () => Promise<unknown>
): Promise<number> {
  let count = 0
  const prototype = Client.prototype
  const send = Object.getOwnPropertyDescriptor(prototype, "query")
  if (!send) throw new Error("pg's Client has no method query")
  const original = send.value as (this: Client, ...args: unknown[]) => unknown
  Object.defineProperty(prototype, "query", {
    ...send,
    value(this: Client, ...args: unknown[]) {
      if (this !== observer) count += 1
      return original.apply(this, args)
    },
  })
  try {
    await work()
    return count
  } finally {
    Object.defineProperty(prototype, "query", send)
  }
}

/** Commands that Redis ran meanwhile, those inside BullMQ's scripts included. */
export async function countRedisCommands(
  redisUrl: string,
  work: () => Promise<unknown>
): Promise<number> {
  const redis = new Redis(redisUrl)
  try {
    const before = await readCalls(redis)
    await work()
    return (await readCalls(redis)) - before
  } finally {
    redis.disconnect()
  }
}

async function readCalls(redis: Redis): Promise<number> {
  const stats = await redis.info("commandstats")
  const calls = [...stats.matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm)]
  return calls
    .filter(([, command]) => command !== "info")
    .reduce((sum, [, , count]) => sum + Number(count), 0)
}
