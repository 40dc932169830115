import { MedusaError } from "@medusajs/framework/utils"

/** What each refusal says of itself, for machines. */
interface RefusalParams {
  /** The caller is an API key. */
  no_user_address: object
  draft_not_written: object
  no_test_sender: object
  /** So many tests an hour a person may send. */
  test_limit: { max: number }
  /** Why the transport did not take it: its own code, or `no_answer`. */
  test_not_taken: { reason: string; message: string }
}

type RefusalCode = keyof RefusalParams

const MESSAGES: { [Code in RefusalCode]: (params: RefusalParams[Code]) => string } = {
  no_user_address: () =>
    "A test goes to the signed-in user's own address, and an API key has none.",
  draft_not_written: () => "This draft was never written.",
  no_test_sender: () => "There is no address to send from: give the sender profile an `email`.",
  test_limit: ({ max }) => `${max} tests an hour: wait a little.`,
  test_not_taken: ({ message }) => `The test was not sent: ${message}`,
}

export const TEST_SEND_REFUSALS: readonly string[] = Object.keys(MESSAGES)

/** A test that does not go: 400, with a code and its parameters. */
export class TestSendRefusal<Code extends RefusalCode> extends MedusaError {
  readonly params: RefusalParams[Code]

  constructor(code: Code, params: RefusalParams[Code]) {
    super(MedusaError.Types.NOT_ALLOWED, MESSAGES[code](params), code)
    this.params = params
  }
}
