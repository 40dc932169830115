import type { Logger } from "@medusajs/framework/types"

/** How often a watched batch is read although nobody signalled, in ms: signals may be lost. */
const POLL_MS = 2_000
/** How long changes are gathered before the batch is read again, in ms. */
const GATHER_MS = 100

/** Somebody who follows one batch. */
export interface BatchWatcher<State> {
  onState: (state: State) => void
  /** Nothing more comes: the process is shutting down. */
  onClose: () => void
}

interface Watched<State> {
  read: () => Promise<State>
  watchers: Set<BatchWatcher<State>>
  pollTimer: NodeJS.Timeout
  gatherTimer: NodeJS.Timeout | null
  isReading: boolean
  isStale: boolean
}

/**
 * Reads each followed batch once for all who follow it: after a signal, and every two seconds
 * without one.
 */
export class BatchWatchers<State> {
  private readonly watched_ = new Map<string, Watched<State>>()

  private isClosed_ = false

  constructor(private readonly deps_: { logger: Pick<Logger, "warn"> }) {}

  /**
   * Follows a batch until the returned function is called. The first state comes right away.
   *
   * @param read reads the batch; where it fails it is called again later
   */
  watch(batchId: string, read: () => Promise<State>, watcher: BatchWatcher<State>): () => void {
    if (this.isClosed_) {
      watcher.onClose()
      return () => {}
    }
    const watched = this.watched_.get(batchId) ?? this.start_(batchId, read)
    watched.watchers.add(watcher)
    void this.refresh_(batchId)
    return () => {
      watched.watchers.delete(watcher)
      if (watched.watchers.size === 0) this.stop_(batchId, watched)
    }
  }

  /** Some rows of the batch changed. */
  touch(batchId: string): void {
    const watched = this.watched_.get(batchId)
    if (!watched || watched.gatherTimer) return
    watched.gatherTimer = setTimeout(() => {
      watched.gatherTimer = null
      void this.refresh_(batchId)
    }, GATHER_MS)
  }

  /** Signals may have been missed. */
  touchAll(): void {
    for (const batchId of this.watched_.keys()) this.touch(batchId)
  }

  close(): void {
    this.isClosed_ = true
    for (const [batchId, watched] of this.watched_) {
      this.stop_(batchId, watched)
      for (const watcher of watched.watchers) watcher.onClose()
    }
  }

  private start_(batchId: string, read: () => Promise<State>): Watched<State> {
    const watched: Watched<State> = {
      read,
      watchers: new Set(),
      pollTimer: setInterval(() => void this.refresh_(batchId), POLL_MS),
      gatherTimer: null,
      isReading: false,
      isStale: false,
    }
    this.watched_.set(batchId, watched)
    return watched
  }

  private stop_(batchId: string, watched: Watched<State>): void {
    clearInterval(watched.pollTimer)
    if (watched.gatherTimer) clearTimeout(watched.gatherTimer)
    this.watched_.delete(batchId)
  }

  /** One reading at a time; what came in meanwhile is read afterwards. */
  private async refresh_(batchId: string): Promise<void> {
    const watched = this.watched_.get(batchId)
    if (!watched) return
    watched.isStale = true
    if (watched.isReading) return
    watched.isReading = true
    try {
      while (watched.isStale && watched.watchers.size > 0) {
        watched.isStale = false
        const state = await watched.read()
        watched.watchers.forEach((watcher) => watcher.onState(state))
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.deps_.logger.warn(`playground: the stream of batch ${batchId} waits: ${reason}`)
    } finally {
      watched.isReading = false
    }
  }
}
