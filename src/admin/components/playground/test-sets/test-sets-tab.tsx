import { usePlaygroundAddress } from "../../../hooks/use-playground-address"
import { TestSetDetail } from "./test-set-detail"
import { TestSetList } from "./test-set-list"

interface TestSetsTabProps {
  campaignId: string
  /** Those with a variant that is drafted per lead. */
  steps: readonly number[]
  /** The one that is chosen above. */
  stepIndex: number
  /** What stands in the prompt's field above. */
  written: string
  onUsePrompt: (prompt: string) => void
}

/** The campaign's test sets, or the one that the address names. */
export const TestSetsTab = (props: TestSetsTabProps) => {
  const { campaignId, steps, stepIndex, written, onUsePrompt } = props
  const { testSetId, showTestSet } = usePlaygroundAddress()
  return testSetId === null ? (
    <TestSetList
      campaignId={campaignId}
      steps={steps}
      stepIndex={stepIndex}
      onOpen={(id) => showTestSet(id)}
    />
  ) : (
    <TestSetDetail
      key={testSetId}
      campaignId={campaignId}
      testSetId={testSetId}
      steps={steps}
      stepIndex={stepIndex}
      written={written}
      onUsePrompt={onUsePrompt}
      onClose={() => showTestSet(null)}
    />
  )
}
