import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../hooks/common/use-failure-toast"

interface ConfirmedDelete {
  title: string
  text: string
  /** What is said once it is gone. */
  done: string
  remove: () => Promise<unknown>
}

/** Asks before something is deleted. Answers whether it is gone. */
export function useConfirmedDelete() {
  const { t } = useTranslation("outreach")
  const prompt = usePrompt()
  const tellFailure = useFailureToast()
  return async ({ title, text, done, remove }: ConfirmedDelete): Promise<boolean> => {
    const isSure = await prompt({
      title,
      description: text,
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!isSure) return false
    try {
      await remove()
      toast.success(done)
      return true
    } catch (error) {
      tellFailure(t("notDeleted"), error instanceof Error ? error : new Error(String(error)))
      return false
    }
  }
}
