import DataLoader from "dataloader"

export interface CoalesceOptions {
  /** How many statements may be under way at once. */
  lanes: number
  /** How many inputs one statement takes at most. */
  maxBatchSize: number
}

/** Adds one input to the next statement and answers its own part of the result. */
export type Coalesced<Input, Output> = (input: Input) => Promise<Output>

/**
 * Turns many single calls into few set-based statements, the way a database groups commits: a call
 * that finds a free lane goes at once, with whatever else came in the same turn of the event loop;
 * while all lanes are busy calls pile up and go together as soon as one is free. Nobody waits for a
 * timer, so a lone draft is not slowed down.
 *
 * @param run one statement for all inputs; answers one output (or error) per input, in their order
 */
export function coalesce<Input, Output>(
  run: (inputs: readonly Input[]) => Promise<ArrayLike<Output | Error>>,
  { lanes, maxBatchSize }: CoalesceOptions
): Coalesced<Input, Output> {
  let busyLanes = 0
  const waiting: (() => void)[] = []

  const runInLane = async (inputs: readonly Input[]) => {
    try {
      return await run(inputs)
    } finally {
      busyLanes -= 1
      dispatchNext()
    }
  }
  const dispatchNext = () => {
    if (busyLanes >= lanes) return
    const dispatch = waiting.shift()
    if (!dispatch) return
    busyLanes += 1
    dispatch()
  }

  const loader = new DataLoader<Input, Output>(runInLane, {
    cache: false,
    maxBatchSize,
    batchScheduleFn: (dispatch) => {
      waiting.push(dispatch)
      setImmediate(dispatchNext)
    },
  })
  return (input) => loader.load(input)
}
