import { Text } from "@medusajs/ui"
import { useWords } from "../../../hooks/common/use-words"
import type { BatchStatus } from "../../../lib/playground/types"

/** Why the batch stopped, and what its generator has to say of all its drafts. */
export const BatchRemarks = ({ state }: { state: BatchStatus }) => {
  const wordsOf = useWords("failures")
  const { stop_reason: code, stop_params: params, stop_message: message, notices = [] } = state
  return (
    <>
      {code && message && (
        <Text size="small" className="text-ui-fg-error order-last w-full break-words" role="alert">
          {wordsOf({ code, params, message })}
        </Text>
      )}
      {notices.map(({ code, message }) => (
        <Text key={code} size="small" className="text-ui-fg-subtle order-last w-full break-words">
          {message}
        </Text>
      ))}
    </>
  )
}
