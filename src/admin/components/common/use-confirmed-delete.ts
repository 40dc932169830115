import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReason } from "../../hooks/common/use-reason"

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
  const reasonOf = useReason()
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
      const description = error instanceof Error ? reasonOf(error) : String(error)
      toast.error(t("notDeleted"), { description })
      return false
    }
  }
}
