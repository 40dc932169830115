import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const MEGABYTE = 1024 * 1024

/**
 * Reads a JSON body that the host's parser was told to leave alone (`bodyParser: false`). For bodies
 * so large that nobody should make the host parse them before they have shown a token.
 *
 * @throws MedusaError INVALID_DATA for more than `maxBytes`, or what is no JSON in UTF-8
 */
export async function readJsonBody(req: MedusaRequest, maxBytes: number): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  // A request that no parser has touched is a stream of buffers.
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `Body: expected at most ${maxBytes / MEGABYTE} MB of JSON. Send it in several requests.`
      )
    }
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (error) {
    const reason = error instanceof SyntaxError ? "it is no JSON" : "it is not UTF-8"
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Body: ${reason}`)
  }
}
