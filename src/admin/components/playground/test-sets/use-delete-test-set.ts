import { useTranslation } from "react-i18next"
import { useTestSetActions } from "../../../hooks/use-test-sets"
import type { TestSet } from "../../../lib/playground/evaluation-types"
import { useConfirmedDelete } from "../../common/use-confirmed-delete"

/** Asks before a test set goes with all that ran against it. Answers whether it is gone. */
export function useDeleteTestSet(campaignId: string): (testSet: TestSet) => Promise<boolean> {
  const { t } = useTranslation("testSets")
  const { remove } = useTestSetActions(campaignId)
  const confirmedDelete = useConfirmedDelete()
  return ({ id, name, evaluations }) =>
    confirmedDelete({
      title: t("deleteTitle", { name }),
      text: t("deleteText", { count: evaluations }),
      done: t("deleted", { name }),
      remove: () => remove.mutateAsync(id),
    })
}
