import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { sdk } from "../../lib/common/sdk"

/** Who stands behind an actor id of the host's; never the id itself. */
export const RequestedBy = ({ actorId }: { actorId: string }) => {
  const { t } = useTranslation("playground")
  const isUser = actorId.startsWith("user_")
  const { data, isError } = useQuery({
    queryKey: ["playground", "actor", actorId],
    queryFn: () => sdk.admin.user.retrieve(actorId, { fields: "id,email,first_name,last_name" }),
    enabled: isUser,
    staleTime: Infinity,
    // Gone, or not for our eyes.
    retry: false,
  })
  if (!isUser) return <>{t("actor.apiKey")}</>
  if (isError) return <>{t("actor.gone")}</>
  if (!data) return <>–</>
  const { first_name, last_name, email } = data.user
  return <>{[first_name, last_name].filter(Boolean).join(" ") || email}</>
}
