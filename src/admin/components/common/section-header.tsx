import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionHeaderProps {
  title: string
  hint?: ReactNode
  level?: "h1" | "h2"
  children?: ReactNode
}

/** Heading of a section, with what can be done there. */
export const SectionHeader = ({ title, hint, level = "h2", children }: SectionHeaderProps) => (
  <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
    <div className="min-w-0 break-words">
      <Heading level={level}>{title}</Heading>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
    </div>
    {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
  </div>
)
