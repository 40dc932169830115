import { Heading } from "@medusajs/ui"
import type { CheckResult } from "../../../lib/playground/verdict-types"
import { MarkedText } from "./marked-text"

interface EmailTextProps {
  subject: string
  body: string
  /** Places that are marked. */
  places?: readonly NonNullable<CheckResult["place"]>[]
}

/** An e-mail as plain text: nothing in it is ever markup. */
export const EmailText = ({ subject, body, places = [] }: EmailTextProps) => (
  <div className="flex flex-col gap-y-3">
    <Heading level="h2" dir="auto" className="break-words">
      <MarkedText text={subject} places={places.filter(({ part }) => part === "subject")} />
    </Heading>
    <div dir="auto" className="txt-medium whitespace-pre-wrap break-words">
      <MarkedText text={body} places={places.filter(({ part }) => part === "body")} />
    </div>
  </div>
)
