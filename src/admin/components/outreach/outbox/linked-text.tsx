import { splitLinks } from "../../../lib/outreach/split-links"

/** A text whose web addresses can be opened, as a mail program shows it. */
export const LinkedText = ({ text }: { text: string }) => (
  <>
    {splitLinks(text).map(({ part, isLink }, place) =>
      isLink ? (
        <a
          key={place}
          href={part}
          target="_blank"
          rel="noreferrer"
          className="text-ui-fg-base break-all underline"
        >
          {part}
        </a>
      ) : (
        part
      )
    )}
  </>
)
