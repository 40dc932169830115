import type {
  DraftFlag,
  FlagCode,
} from "../../../src/modules/playground/generation/flags/draft-flag"
import { FLAG_CODES } from "../../../src/modules/playground/entities/draft-flag"
import { flagDraft } from "../../../src/modules/playground/generation/flags/flag-draft"
import { toFlagInput, type CorpusDraft } from "./flag-corpus/read-corpus"

type Case = Partial<Pick<CorpusDraft, "subject" | "body" | "given">>

const MAIL = "Hello Ann,\n\nthe new cards are in. Shall I keep forty of them for you?\n\nMira"

async function flagsOf({ subject = "Cards", body = MAIL, given = {} }: Case): Promise<DraftFlag[]> {
  const input = toFlagInput({ language: "en", about: "", subject, body, given })
  return flagDraft(input, (_check, error) => {
    throw error
  })
}

const codesOf = async (draft: Case) => (await flagsOf(draft)).map(({ code }) => code)

/** What stays behind where each part of a mail is filled in by a tool, a model or a person. */
const KINDS: [FlagCode, kind: string, Case[]][] = [
  [
    "leftover_placeholder",
    "merge tags of other tools",
    [
      "Hi {first_name}",
      "Hi {FirstName}",
      "Hi {!Contact.FirstName}",
      "Hi *|FNAME|*",
      "Hi %%first_name%%",
      "Hi %FIRST_NAME%",
      "Hi <<FirstName>>",
      "Hi «Vorname»",
      "Hi $first_name",
      "Hi ${first_name}",
      "Hi [[firstname]]",
      "Hi [firstname,fallback=there]",
      "Hi ##FNAME##",
      "Hi @@first_name@@",
      "Hi __FIRST_NAME__",
      "Hi %(first_name)s",
      "Hi FNAME",
      "Hi ^FNAME^",
      "Hi (first name),",
      "Hi undefined,",
      "Hi ,",
    ].map((greeting) => ({ body: `${greeting} the cards are in. Shall I keep forty?\n\nMira` })),
  ],
  [
    "leftover_placeholder",
    "a brace that nothing opens or closes",
    [{ body: MAIL.replace("Ann", "Ann }}") }, { body: MAIL.replace("forty", "{forty") }],
  ],
  [
    "spintax",
    "choices that nobody made",
    [
      { body: MAIL.replace("Hello", "{Hi|Hello}") },
      { body: MAIL.replace("Hello", "(Hi|Hello|Hey)") },
      { subject: "[New cards|Cards are in]" },
      { body: MAIL.replace("new", "{new|{brand new|fresh}}") },
    ],
  ],
  [
    "html",
    "tags and entities",
    [
      { body: "<p>Hello Ann,</p><p>the cards are <b>in</b>.</p>" },
      { body: MAIL.replace(/\n/g, "<br>") },
      { body: MAIL.replace("Ann", "Zo&euml;") },
      { subject: "Cards &amp; paper" },
      { body: MAIL.replace("new", "<i>new</i>") },
    ],
  ],
  [
    "markdown",
    "marks of a format that a mail does not have",
    [
      { body: MAIL.replace("Hello Ann", "**Hello Ann**") },
      { body: `## Cards\n\n${MAIL}` },
      { body: MAIL.replace("forty", "[forty](https://www.kornhaus.example)") },
      { body: `\`\`\`\n${MAIL}\n\`\`\`` },
    ],
  ],
  [
    "literal_escape",
    "signs as a program writes them",
    [
      { body: MAIL.replace(/\n/g, "\\n") },
      { body: MAIL.replace(/\n\n/g, "\\\n\\\n").replace("\\\n", "\\n") },
      { body: MAIL.replace("new", '\\"new\\"') },
    ],
  ],
  [
    "mojibake",
    "characters in another encoding",
    [
      { body: MAIL.replace("Ann", "ZoÃ«") },
      { body: MAIL.replace("the new", "weâ€™re sure the new") },
      { subject: "KÃ¶ln" },
      { body: MAIL.replace("Ann", "Ren\ufffde") },
    ],
  ],
  [
    "refusal",
    "a model that will not or cannot",
    [
      "I'm sorry, but I can't help with writing this e-mail.",
      "Als Sprachmodell kann ich keine Werbung verfassen.",
      "Je ne peux pas rédiger cet e-mail.",
      "Lo siento, pero no puedo ayudar con esa solicitud.",
      "Non posso scrivere questa e-mail.",
    ].map((body) => ({ body })),
  ],
  [
    "assistant_remark",
    "what is said about the mail",
    [
      "Let me know if you'd like me to adjust the tone!",
      "Would you like a more formal version?",
      "Soll ich den Ton noch anpassen?",
      "Souhaitez-vous une version plus courte ?",
      "¿Quieres que ajuste el tono?",
      "Fammi sapere se vuoi che modifichi il tono.",
    ].map((remark) => ({ body: `${MAIL}\n\n${remark}` })),
  ],
  [
    "assistant_remark",
    "what announces the mail",
    [{ body: `Sure! Here is the e-mail:\n\n${MAIL}` }, { body: `Voici l'e-mail :\n\n${MAIL}` }],
  ],
  [
    "raw_answer",
    "an answer as it came",
    [
      { body: `<think>The lead sells books.</think>\n${MAIL}` },
      { body: JSON.stringify({ subject: "Cards", body: MAIL }) },
      { body: `${MAIL}<|im_end|>` },
    ],
  ],
  [
    "label_in_text",
    "labels and headers of a mail",
    [
      { subject: "Subject: Cards" },
      { body: `Betreff: Karten\n\n${MAIL}` },
      { subject: "Cards Bcc: x@elsewhere.example" },
    ],
  ],
  [
    "instruction_as_mail",
    "the prompt of a host without a model",
    [
      "Write two lines to the lead and offer a sample box.",
      "Schreibe eine kurze E-Mail an Anna und biete ein Muster an.",
      "Rédige un court e-mail à Anne.",
      "Escribe un correo breve a Ana.",
      "Scrivi una breve e-mail ad Anna.",
    ].map((body) => ({ body, given: { instruction: null } })),
  ],
]

describe("a draft carries its flag", () => {
  it.each(
    KINDS.flatMap(([code, kind, cases]) =>
      cases.map((draft) => [code, kind, draft] satisfies [string, string, Case])
    )
  )("%s: %s, as in %j", async (code, _kind, draft) => {
    expect(await codesOf(draft)).toContain(code)
  })

  it.each<[string, Case]>([
    ["JSON in a text", { body: MAIL.replace("forty", '{"a":{"b":{}}}') }],
    ["a heart and an arrow", { body: MAIL.replace("Ann", "Ann <3 -> you") }],
    ["types of a program", { body: MAIL.replace("cards", "List<String> and vector<int> cards") }],
    ["a path of Windows", { body: MAIL.replace("cards", "cards in C:\\new\\notes\\2026") }],
    ["a choice of languages", { subject: "Cards [DE|EN]" }],
    ["a signature to come", { body: "Hello Ann,\n\nthe cards are in. Shall I?\n\nBest,\n" }],
    ["a rule above a signature", { body: `${MAIL}\n______________________\nKornhaus Goods` }],
    ["Spanish in capitals", { subject: "TODO A 1 €" }],
    ["capitals with tildes", { subject: "NÃO PERCA, SÃO PAULO" }],
    ["a sign-off", { body: MAIL.replace("Mira", "I won't write another e-mail on this.\n\nMira") }],
    [
      "an offer to change an order",
      { body: `${MAIL}\n\nP.S. Let me know if you'd like to change the delivery day.` },
    ],
    [
      "a company's long name from a placeholder",
      {
        body: MAIL.replace("for you", `for ${"The Old and Worthy Guild ".repeat(3).trim()}`),
        given: {
          lead: { company: "The Old and Worthy Guild ".repeat(3).trim() },
          instruction: `Write to ${"The Old and Worthy Guild ".repeat(3).trim()} in three lines.`,
        },
      },
    ],
  ])("none for %s", async (_kind, draft) => {
    expect(await flagsOf(draft)).toEqual([])
  })

  it("with a code that is known and with what its message says, to word it in another language", async () => {
    const flags = (
      await Promise.all(KINDS.flatMap(([, , cases]) => cases).map((draft) => flagsOf(draft)))
    ).flat()
    for (const { code, message, params } of flags) {
      expect(FLAG_CODES).toContain(code)
      expect(params).toBeDefined()
      if (typeof params?.text === "string") expect(message).toContain(params.text)
    }
    expect(await flagsOf({ subject: "s".repeat(80) })).toEqual([
      {
        code: "too_long",
        message: "The subject has 80 characters: most mail programs cut it.",
        params: { part: "subject", characters: 80 },
      },
    ])
  })
})
