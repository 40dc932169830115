/**
 * Which leads of a batch a client has heard the end of: one bit a lead, in lead order. It travels as
 * the event id, so a client that comes back with `Last-Event-ID` hears what it missed, once, and the
 * server keeps nothing about it.
 */
export class EventCursor {
  private constructor(private readonly bits_: Uint8Array) {}

  /** @param lastEventId anything that is none of our ids counts as nothing heard */
  static parse(lastEventId: string | undefined, total: number): EventCursor {
    const bits = new Uint8Array(Math.ceil(total / 8))
    const isOurs = lastEventId !== undefined && /^[\w-]{1,64}$/.test(lastEventId)
    if (isOurs) bits.set(Buffer.from(lastEventId, "base64url").subarray(0, bits.length))
    return new EventCursor(bits)
  }

  has(place: number): boolean {
    return ((this.bits_[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
  }

  add(place: number): void {
    this.bits_[place >> 3] = (this.bits_[place >> 3] ?? 0) | (1 << (place & 7))
  }

  /** For a lead that is drafted once more after it had failed. */
  remove(place: number): void {
    this.bits_[place >> 3] = (this.bits_[place >> 3] ?? 0) & ~(1 << (place & 7))
  }

  toString(): string {
    return Buffer.from(this.bits_).toString("base64url")
  }
}
