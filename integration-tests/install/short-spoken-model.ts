interface Facts {
  lead?: { first_name?: string; company?: string }
  customer?: { last_order?: { products?: string } }
  sender?: { name?: string }
}

/**
 * A model that is short of words: it greets the lead and offers a sample box, names what the lead last
 * ordered where it is told, and is shorter still where the prompt asks for two sentences. Asked for a
 * long letter it repeats itself; asked for Hebrew it writes that.
 */
export function toMail({ messages }: { messages: { content?: unknown }[] }) {
  const [, data = "{}"] = /<data>([^]*)<\/data>/.exec(String(messages.at(-1)?.content)) ?? []
  const { lead, customer, sender } = JSON.parse(data) as Facts
  const company = lead?.company ?? "you"
  const greeting = `Hello ${lead?.first_name ?? "there"},`
  const name = sender?.name ?? "Mira"
  const offer = `Shall I put a sample box in the post for ${company}?`
  const ordered = customer?.last_order?.products
  const isAsked = (words: string) => messages.some(({ content }) => String(content).includes(words))
  if (isAsked("in Hebrew")) return { subject: "ארגז דוגמאות", body: "שלום,\n\nהחגים מתקרבים." }
  const isShort = isAsked("two sentences")
  const opening = ordered
    ? `the ${ordered} that you ordered last are back, and what goes with them has just come in.`
    : "the holidays are near, and what sells fast is gone first."
  const aside = isShort ? "" : " We ship small orders within two days."
  return {
    subject: ordered ? `What goes well with your ${ordered}` : `A sample box for ${company}`,
    body: [
      greeting,
      ...Array.from(
        { length: isAsked("a long letter") ? 40 : 1 },
        () => `${opening}${aside} ${offer}`
      ),
      name,
    ].join("\n\n"),
  }
}
