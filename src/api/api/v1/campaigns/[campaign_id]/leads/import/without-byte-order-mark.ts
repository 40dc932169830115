const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Cuts off the mark that spreadsheets put in front of UTF-8. */
export async function* withoutByteOrderMark(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0)
  for await (const piece of stream) {
    if (start === null) {
      yield piece
      continue
    }
    start = Buffer.concat([start, piece])
    if (start.length < UTF_8_MARK.length) continue
    yield withoutMark(start)
    start = null
  }
  if (start !== null && start.length > 0) yield withoutMark(start)
}

const withoutMark = (start: Buffer) =>
  start.subarray(0, UTF_8_MARK.length).equals(UTF_8_MARK)
    ? start.subarray(UTF_8_MARK.length)
    : start
