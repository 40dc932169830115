import { Text } from "@medusajs/ui"
import type { BatchStatus } from "../../../lib/playground/types"

/** Why the batch stopped, and what its generator has to say of all its drafts. */
export const BatchRemarks = ({ state }: { state: BatchStatus }) => {
  const { stop_message, notices = [] } = state
  return (
    <>
      {stop_message && (
        <Text size="small" className="text-ui-fg-error w-full break-words" role="alert">
          {stop_message}
        </Text>
      )}
      {notices.map(({ code, message }) => (
        <Text key={code} size="small" className="text-ui-fg-subtle w-full break-words">
          {message}
        </Text>
      ))}
    </>
  )
}
