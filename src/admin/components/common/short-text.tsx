/** Of a table's cell: cut where it is too long, whole for whoever points at it. */
export const ShortText = ({ children }: { children: string | null }) => (
  <span className="block max-w-[260px] truncate" title={children ?? undefined}>
    {children || "–"}
  </span>
)
