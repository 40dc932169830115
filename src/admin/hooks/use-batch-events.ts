import { useEffect, useState } from "react"
import { toBatchEvent, type BatchEvent } from "../lib/playground/batch-event"
import { campaignPath } from "../lib/playground/path"
import { sdk } from "../lib/sdk"

const RECONNECT_MS = 3_000

/**
 * Follows a batch's event stream, and comes back to it when it breaks off, hearing what it missed.
 * Null: no batch to follow.
 *
 * @returns whether the stream is up
 */
export function useBatchEvents(
  campaignId: string,
  batchId: string | null,
  onEvent: (event: BatchEvent) => void
): boolean {
  const [isUp, setUp] = useState(false)
  useEffect(() => {
    if (batchId === null) return
    let isLeft = false
    let lastEventId: string | undefined
    let abort = () => {}
    let timer: ReturnType<typeof setTimeout> | undefined

    const follow = async () => {
      const { stream, abort: abortStream } = await sdk.client.fetchStream(
        campaignPath(campaignId, "playground/events"),
        {
          query: { batch_id: batchId },
          headers: lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId },
        }
      )
      abort = abortStream
      if (isLeft) return abort()
      for await (const { event: name, data, id } of stream) {
        if (isLeft) return
        setUp(true)
        if (id !== undefined) lastEventId = String(id)
        const event = toBatchEvent(name, data)
        if (event) onEvent(event)
      }
    }
    const keepFollowing = () => {
      follow()
        // Whatever broke it off: polling goes on until it is back.
        .catch(() => setUp(false))
        .finally(() => {
          if (isLeft) return
          setUp(false)
          timer = setTimeout(keepFollowing, RECONNECT_MS)
        })
    }
    keepFollowing()
    return () => {
      isLeft = true
      clearTimeout(timer)
      setUp(false)
      abort()
    }
  }, [campaignId, batchId, onEvent])
  return isUp
}
