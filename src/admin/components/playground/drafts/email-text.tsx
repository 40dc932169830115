import { Heading } from "@medusajs/ui"

/** An e-mail as plain text: nothing in it is ever markup. */
export const EmailText = ({ subject, body }: { subject: string; body: string }) => (
  <div className="flex flex-col gap-y-3">
    <Heading level="h2" dir="auto" className="break-words">
      {subject}
    </Heading>
    <div dir="auto" className="txt-medium whitespace-pre-wrap break-words">
      {body}
    </div>
  </div>
)
