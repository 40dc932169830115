import { Skeleton } from "@medusajs/ui"

/** Stands where rows will be. */
export const RowsSkeleton = ({ rows = 5 }: { rows?: number }) => (
  <div className="flex flex-col gap-y-3 px-6 py-4" aria-hidden>
    {Array.from({ length: rows }, (_, row) => (
      <Skeleton key={row} className="h-10 w-full" />
    ))}
  </div>
)
