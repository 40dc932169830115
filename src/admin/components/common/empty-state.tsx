import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface EmptyStateProps {
  title: string
  /** What to do next. */
  hint: string
  children?: ReactNode
}

export const EmptyState = ({ title, hint, children }: EmptyStateProps) => (
  <div className="flex min-h-[240px] flex-col items-center justify-center gap-y-3 px-6 py-12 text-center">
    <div className="flex flex-col gap-y-1">
      <Heading level="h3">{title}</Heading>
      <Text size="small" className="text-ui-fg-subtle text-pretty max-w-[420px]">
        {hint}
      </Text>
    </div>
    {children}
  </div>
)
