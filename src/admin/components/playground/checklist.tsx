import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Readiness } from "../../hooks/use-readiness"
import type { Campaign } from "../../lib/playground/types"

interface ChecklistProps {
  campaign: Campaign
  has: Readiness["has"]
}

const ITEMS = ["sender", "step", "leads", "prompt"] as const
const IS_NEEDED = { sender: false, step: true, leads: true, prompt: false } as const

/** What a campaign needs before drafts can be written, and where it is given. */
export const Checklist = ({ campaign, has }: ChecklistProps) => {
  const { t } = useTranslation("playground")
  const ways = {
    sender: "/outreach/sender-profiles",
    step: `/outreach/${campaign.id}#steps`,
    leads: `/outreach/${campaign.id}#leads`,
    prompt: `/outreach/${campaign.id}`,
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("checklist.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("checklist.hint")}
        </Text>
      </div>
      <ol className="divide-y">
        {ITEMS.map((item) => (
          <li key={item} className="flex items-center gap-x-3 px-6 py-4">
            {has[item] ? (
              <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" aria-hidden />
            ) : (
              <CircleDottedLine className="text-ui-fg-muted shrink-0" aria-hidden />
            )}
            <div className="min-w-0 flex-1">
              <Text size="small" weight="plus">
                {t(`checklist.${item}`)}
                {!has[item] && !IS_NEEDED[item] && (
                  <Badge size="2xsmall" className="ml-2">
                    {t("checklist.optional")}
                  </Badge>
                )}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`checklist.${item}Hint`)}
              </Text>
            </div>
            {has[item] ? (
              <Text size="small" className="text-ui-fg-subtle">
                {t("checklist.done")}
              </Text>
            ) : (
              <Button asChild size="small" variant="secondary">
                <Link
                  to={ways[item]}
                  aria-label={`${t("checklist.go")}: ${t(`checklist.${item}`)}`}
                >
                  {t("checklist.go")}
                </Link>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Container>
  )
}
