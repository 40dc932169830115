import { completion, type Reply } from "../../../../testing/model-server/model-server"

/** The mail of most cases, and its two ways to be written. */
export const MAIL = {
  subject: "Filters for your roastery",
  body: "Hello Noor,\n\nthe new paper filters are in. Shall I send a pack of twenty to try?\n\nBest wishes\nPavel",
}
const JSON_MAIL = JSON.stringify(MAIL)
const PRETTY = JSON.stringify(MAIL, null, 2)
const PLAIN = `Subject: ${MAIL.subject}\n\n${MAIL.body}`
const OTHER = JSON.stringify({
  subject: "Or this one",
  body: "Hello Noor,\n\nor rather tea?\n\nPavel",
})
/** As a model writes it that forgets what JSON is. */
const RAW_BREAKS = `{"subject": "${MAIL.subject}", "body": "${MAIL.body}"}`

export type Expected =
  { draft: typeof MAIL | Partial<typeof MAIL> } | { error: string; says?: RegExp }

export interface AnswerCase {
  name: string
  reply: Reply
  /** @default { draft: MAIL } */
  expect?: Expected
  /** Only with this option; else with both values of it. */
  structuredOutput?: boolean
}

const says = (content: string, finish?: string) => completion({ content }, finish)
const toolCall = (name: string, args: unknown, finish = "tool_calls") =>
  completion(
    {
      content: null,
      tool_calls: [{ id: "c1", type: "function", function: { name, arguments: args } }],
    },
    finish
  )
const fence = (text: string, open = "```json", close = "```") => `${open}\n${text}\n${close}`

/** Answers that hold one mail, in every wrapping that models were seen to put around it. */
const MAILS: [name: string, reply: Reply][] = [
  ["as asked for", says(JSON_MAIL)],
  ["over several lines", says(PRETTY)],
  ["behind a byte order mark", says(`\ufeff${JSON_MAIL}`)],
  ["with blank lines around", says(`\n\n  ${JSON_MAIL}  \n`)],
  // Fences.
  ["fenced", says(fence(PRETTY))],
  ["fenced without a language", says(fence(JSON_MAIL, "```"))],
  ["fenced in capitals", says(fence(JSON_MAIL, "```JSON"))],
  ["fenced as JSON5", says(fence(JSON_MAIL, "```json5"))],
  ["fenced as JavaScript", says(fence(JSON_MAIL, "```javascript"))],
  ["fenced with tildes", says(fence(JSON_MAIL, "~~~json", "~~~"))],
  ["fenced with four ticks", says(fence(JSON_MAIL, "````json", "````"))],
  ["fenced on one line", says(`\`\`\`json ${JSON_MAIL} \`\`\``)],
  ["in a fence that is not closed", says(`\`\`\`json\n${JSON_MAIL}`)],
  ["fenced between two sentences", says(`Of course!\n\n${fence(PRETTY)}\n\nAnything else?`)],
  ["in single ticks", says(`\`${JSON_MAIL}\``)],
  // Thoughts.
  ["behind thoughts", says(`<think>\nA roastery needs filters.\n</think>\n${JSON_MAIL}`)],
  ["behind thoughts of another name", says(`<thinking>filters…</thinking>${JSON_MAIL}`)],
  ["behind reasoning", says(`<reasoning>\nfilters\n</reasoning>\n\n${fence(JSON_MAIL)}`)],
  ["behind a reflection", says(`<reflection>ok</reflection>${JSON_MAIL}`)],
  [
    "behind thoughts that were never opened",
    says(`A roastery, so filters.\n</think>\n\n${JSON_MAIL}`),
  ],
  ["behind reasoning that was never opened", says(`So, filters.\n</thinking>\n${JSON_MAIL}`)],
  ["behind empty thoughts", says(`<think>\n\n</think>\n\n${JSON_MAIL}`)],
  ["within thoughts, with nothing behind", says(`<think>${JSON_MAIL}</think>`)],
  [
    "behind thoughts with a draft in them",
    says(`<think>{"subject": "Hm", "body": "No, too short"}</think>${JSON_MAIL}`),
  ],
  ["behind thoughts in brackets", says(`[THINK]filters[/THINK]${JSON_MAIL}`)],
  ["behind thoughts in diamonds", says(`◁think▷filters◁/think▷${JSON_MAIL}`)],
  ["behind thoughts of a namespace", says(`<seed:think>filters</seed:think>${JSON_MAIL}`)],
  [
    "in the final channel",
    says(
      `<|channel|>analysis<|message|>{"subject":"?"}<|end|><|start|>assistant<|channel|>final<|message|>${JSON_MAIL}<|return|>`
    ),
  ],
  ["in answer tags", says(`<answer>${JSON_MAIL}</answer>`)],
  ["before a mark of its chat format", says(`${JSON_MAIL}<|im_end|>`)],
  // Prose.
  ["behind a sentence", says(`Here you go:\n\n${JSON_MAIL}`)],
  ["before a sentence", says(`${JSON_MAIL}\n\nShall I make it shorter?`)],
  ["behind a sentence with braces", says(`I put {company} in as you asked. ${JSON_MAIL}`)],
  ["behind a sentence with JSON", says(`From {"company": "Roast"} I made: ${JSON_MAIL}`)],
  ["before a sentence with braces", says(`${JSON_MAIL} (I left {title} out.)`)],
  ["behind a heading", says(`### The e-mail\n\n${PRETTY}`)],
  ["said twice", says(`${JSON_MAIL}\n${JSON_MAIL}`)],
  // Not quite JSON.
  ["with real line breaks in its strings", says(RAW_BREAKS)],
  ["fenced, with real line breaks in its strings", says(`Sure:\n${fence(RAW_BREAKS)}`)],
  ["with a comma at the end", says(JSON_MAIL.replace(/}$/, ",}"))],
  [
    "with single quotes",
    says(`{'subject': '${MAIL.subject}', 'body': '${MAIL.body.replace(/\n/g, "\\n")}'}`),
  ],
  [
    "with typographic quotes",
    says(`{“subject”: “${MAIL.subject}”, “body”: “${MAIL.body.replace(/\n/g, "\\n")}”}`),
  ],
  [
    "with names that are not quoted",
    says(JSON_MAIL.replace('"subject"', "subject").replace('"body"', "body")),
  ],
  ["with a comment", says(PRETTY.replace("{", "{ // the mail"))],
  ["without its last brace", says(JSON_MAIL.slice(0, -1))],
  ["as a string of JSON", says(JSON.stringify(JSON_MAIL))],
  // Other shapes.
  [
    "beside other keys",
    says(JSON.stringify({ reasoning: "short", score: 9, tags: ["a"], ...MAIL })),
  ],
  ["before other keys", says(JSON.stringify({ ...MAIL, language: "en", notes: null }))],
  ["with the body first", says(JSON.stringify({ body: MAIL.body, subject: MAIL.subject }))],
  ["with names in capitals", says(JSON.stringify({ Subject: MAIL.subject, Body: MAIL.body }))],
  [
    "with longer names",
    says(JSON.stringify({ email_subject: MAIL.subject, email_body: MAIL.body })),
  ],
  ["in an envelope", says(JSON.stringify({ email: MAIL }))],
  ["in two envelopes", says(JSON.stringify({ result: { draft: MAIL } }))],
  ["in a list of one", says(JSON.stringify([MAIL]))],
  ["in a named list of one", says(JSON.stringify({ emails: [MAIL] }))],
  [
    "in place of the schema's properties",
    says(JSON.stringify({ type: "object", properties: MAIL })),
  ],
  [
    "with its paragraphs as a list",
    says(JSON.stringify({ subject: MAIL.subject, body: MAIL.body.split("\n\n") })),
  ],
  [
    "in tags",
    says(`<email><subject>${MAIL.subject}</subject>\n<body>\n${MAIL.body}\n</body></email>`),
  ],
  // Other places.
  ["in a tool call", toolCall("json", JSON_MAIL)],
  ["in a tool call of another name", toolCall("compose_email", JSON_MAIL)],
  ["in a tool call that ends with stop", toolCall("response", JSON_MAIL, "stop")],
  ["in a tool call within an envelope", toolCall("final_answer", JSON.stringify({ input: MAIL }))],
  ["in a tool call that is not quite JSON", toolCall("email", RAW_BREAKS)],
  ["in a tool call that is parsed already", toolCall("email", MAIL)],
  [
    "in a tool call with a sentence before",
    {
      ...completion(
        {
          content: "I use the tool.",
          tool_calls: [{ id: "c", function: { name: "send", arguments: JSON_MAIL } }],
        },
        "tool_calls"
      ),
    },
  ],
  [
    "in a function call of old",
    completion(
      { content: null, function_call: { name: "draft", arguments: JSON_MAIL } },
      "function_call"
    ),
  ],
  ["in reasoning_content alone", completion({ content: "", reasoning_content: JSON_MAIL })],
  ["in reasoning alone", completion({ content: null, reasoning: `So:\n${fence(JSON_MAIL)}` })],
  ["in reasoning, in plain form", completion({ content: "", reasoning_content: PLAIN })],
  [
    "beside its reasoning",
    completion({ content: JSON_MAIL, reasoning_content: "A roastery needs filters." }),
  ],
  ["in parts of text", completion({ content: [{ type: "text", text: JSON_MAIL }] })],
  [
    "in parts with thoughts",
    completion({
      content: [
        { type: "thinking", thinking: [{ type: "text", text: "filters" }] },
        { type: "text", text: JSON_MAIL },
      ],
    }),
  ],
  ["from a role of another name", completion({ role: "model", content: JSON_MAIL })],
  ["with no word on why it ended", completion({ content: JSON_MAIL }, null)],
  ["ended by eos", says(JSON_MAIL, "eos")],
  // Plain.
  ["plain", says(PLAIN)],
  ["plain, with carriage returns", says(PLAIN.replace(/\n/g, "\r\n"))],
  ["plain, fenced", says(fence(PLAIN, "```"))],
  [
    "plain, fenced as text, between sentences",
    says(`Sure!\n\n${fence(PLAIN, "```text")}\n\nToo long?`),
  ],
  ["plain, behind a sentence", says(`Here is your e-mail:\n\n${PLAIN}`)],
  ["plain, behind thoughts", says(`<think>Subject: no\n\nhm</think>\n\n${PLAIN}`)],
  ["plain, behind thoughts never opened", says(`Subject: hm, no.\n</think>\n\n${PLAIN}`)],
  ["plain, as a heading", says(`## ${PLAIN}`)],
  ["plain, in bold", says(`**Subject:** ${MAIL.subject}\n\n${MAIL.body}`)],
  ["plain, all in bold", says(`**Subject: ${MAIL.subject}**\n\n${MAIL.body}`)],
  ["plain, bold before the colon", says(`**Subject**: ${MAIL.subject}\n\n${MAIL.body}`)],
  ["plain, quoted", says(`Subject: "${MAIL.subject}"\n\n${MAIL.body}`)],
  ["plain, as a list", says(`- Subject: ${MAIL.subject}\n\n${MAIL.body}`)],
  ["plain, with the body named", says(`**Subject:** ${MAIL.subject}\n\n**Body:**\n\n${MAIL.body}`)],
  ["plain, with the body named before it", says(`Subject: ${MAIL.subject}\nBody: ${MAIL.body}`)],
  ["plain, below headings", says(`## Subject\n${MAIL.subject}\n\n## Body\n${MAIL.body}`)],
  [
    "plain, both fenced by themselves",
    says(`**Subject:**\n${fence(MAIL.subject, "```")}\n\n**Body:**\n${fence(MAIL.body, "```")}`),
  ],
  ["plain, in capitals", says(`SUBJECT: ${MAIL.subject}\n\n${MAIL.body}`)],
  ["plain, said twice at the top", says(`Subject: ${MAIL.subject}\n\n${PLAIN}`)],
  ["plain, as a subject line", says(`Subject line: ${MAIL.subject}\n\n${MAIL.body}`)],
]

/** What the first line is called elsewhere. */
const LABELS = [
  "Betreff",
  "Betreffzeile",
  "Objet",
  "Sujet",
  "Asunto",
  "Oggetto",
  "Assunto",
  "Onderwerp",
  "Ämne",
  "Ämnesrad",
  "Emne",
  "Aihe",
  "Temat",
  "Předmět",
  "Predmet",
  "Tárgy",
  "Subiect",
  "Konu",
  "Θέμα",
  "Тема",
  "Тема письма",
  "Относно",
  "件名",
  "主题",
  "主旨",
  "제목",
  "Chủ đề",
  "Tiêu đề",
  "Subjek",
  "Perihal",
  "หัวข้อ",
  "विषय",
  "الموضوع",
  "נושא",
  "Teema",
  "Naslov",
  "Zadeva",
  "E-mail subject",
]

const flawed = (over: Partial<typeof MAIL>) => says(JSON.stringify({ ...MAIL, ...over }))

/** Mails that are mended, not paid for again. */
const MENDED: [name: string, reply: Reply, draft: Partial<typeof MAIL>][] = [
  [
    "a NUL",
    flawed({ body: "Hello\0 Noor, a pack of filters?" }),
    { body: "Hello Noor, a pack of filters?" },
  ],
  [
    "half a character",
    says(String.raw`{"subject":"Filters \udc4d","body":"Hello \ud83d Noor, filters?"}`),
    { subject: "Filters", body: "Hello  Noor, filters?" },
  ],
  [
    "zero-width characters",
    flawed({ subject: "Fil\u200bters\u2060 here\ufeff" }),
    { subject: "Filters here" },
  ],
  [
    "controls",
    flawed({ body: "Hello\u0007 Noor,\u001b[1m filters?\u009f" }),
    { body: "Hello Noor,[1m filters?" },
  ],
  [
    "direction marks",
    flawed({ body: "Hello \u202eNoor\u202c, filters?" }),
    { body: "Hello Noor, filters?" },
  ],
  [
    "joined emoji and letters, which stay",
    flawed({ body: "👩‍🌾 ❤️ می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿" }),
    { body: "👩‍🌾 ❤️ می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿" },
  ],
  [
    "a header below the subject",
    flawed({ subject: "Filters\r\nBcc: all@elsewhere.example" }),
    { subject: "Filters Bcc: all@elsewhere.example" },
  ],
  ["a label in the subject", flawed({ subject: "Subject: Filters" }), { subject: "Filters" }],
  [
    "a label of another language in the subject",
    flawed({ subject: "Oggetto: Filtri" }),
    { subject: "Filtri" },
  ],
  ["stars around the subject", flawed({ subject: "**Filters**" }), { subject: "Filters" }],
  [
    "a label at the top of the body",
    flawed({ body: `Subject: ${MAIL.subject}\n\n${MAIL.body}` }),
    MAIL,
  ],
  [
    "a bold label at the top of the body",
    flawed({ body: `**Betreff:** Filter\n\nHallo Noor` }),
    { body: "Hallo Noor" },
  ],
  [
    "line breaks that are only spelled out",
    flawed({ body: String.raw`Hello Noor,\n\nfilters?\n\nPavel` }),
    { body: "Hello Noor,\n\nfilters?\n\nPavel" },
  ],
  [
    "spelled out carriage returns",
    flawed({ body: String.raw`Hello Noor,\r\n\r\nfilters?` }),
    { body: "Hello Noor,\n\nfilters?" },
  ],
  [
    "a path with a backslash, which stays",
    flawed({ body: String.raw`See C:\new for it.` }),
    { body: String.raw`See C:\new for it.` },
  ],
  [
    "separators of lines",
    flawed({ body: "Hello Noor,\u2028filters?" }),
    { body: "Hello Noor,\nfilters?" },
  ],
]

const unusable = (says?: RegExp): Expected => ({ error: "unusable_answer", says })
const cut = JSON_MAIL.slice(0, 70)

/** Answers that no draft may come of. */
const NO_DRAFTS: [name: string, reply: Reply, expected: Expected][] = [
  ["two mails in a list", says(`{"drafts": [${JSON_MAIL}, ${OTHER}]}`), unusable(/more than one/)],
  ["two mails, one behind the other", says(`${JSON_MAIL}\n\n${OTHER}`), unusable(/more than one/)],
  [
    "two mails in two fences",
    says(`A:\n${fence(JSON_MAIL)}\nB:\n${fence(OTHER)}`),
    unusable(/more than one/),
  ],
  ["two mails with real line breaks", says(`${RAW_BREAKS}\n${OTHER}`), unusable(/more than one/)],
  [
    "a mail and another inside",
    says(JSON.stringify({ ...MAIL, alternative: JSON.parse(OTHER) as object })),
    unusable(/more than one/),
  ],
  [
    "two named mails",
    says(`{"option_a": ${JSON_MAIL}, "option_b": ${OTHER}}`),
    unusable(/more than one/),
  ],
  [
    "two tool calls",
    completion(
      {
        content: null,
        tool_calls: [JSON_MAIL, OTHER].map((args, id) => ({
          id: `c${id}`,
          function: { name: "email", arguments: args },
        })),
      },
      "tool_calls"
    ),
    unusable(/more than one/),
  ],
  [
    "two plain mails",
    says(`${PLAIN}\n\n---\n\nSubject: Or tea\n\nHello Noor, tea?`),
    unusable(/more than one/),
  ],
  ["a subject alone", says('{"subject": "Filters"}'), unusable(/subject and no body/)],
  [
    "a subject and a blank body",
    says('{"subject": "Filters", "body": " \\n "}'),
    unusable(/empty body/),
  ],
  ["a body alone", says('{"body": "Hello Noor, filters?"}'), unusable(/body and no subject/)],
  ["a blank subject", says('{"subject": "", "body": "Hello"}'), unusable(/empty subject/)],
  [
    "a body of what is not seen",
    says(String.raw`{"subject": "Filters", "body": "\u200b\u0000"}`),
    unusable(/empty body/),
  ],
  ["a subject that is no text", says('{"subject": 7, "body": "Hello"}'), unusable()],
  [
    "several subjects to choose from",
    says('{"subject": ["A", "B"], "body": "Hello Noor"}'),
    unusable(),
  ],
  [
    "a subject of 999 characters",
    says(JSON.stringify({ subject: "x".repeat(999), body: "Hi" })),
    unusable(/998/),
  ],
  [
    "a body of 50,001 characters",
    says(JSON.stringify({ subject: "x", body: "y".repeat(50_001) })),
    unusable(/50000/),
  ],
  ["a plain subject alone", says("Subject: Filters"), unusable()],
  ["prose", says("Dear Noor, the filters are in."), unusable()],
  [
    "the schema itself",
    says('{"type":"object","properties":{"subject":{"type":"string"},"body":{"type":"string"}}}'),
    unusable(),
  ],
  ["nothing", says(""), unusable(/is empty/)],
  ["null", completion({ content: null }), unusable(/is empty/)],
  ["blanks", says(" \n\t"), unusable(/is empty/)],
  ["thoughts alone", says("<think>filters, I think</think>"), unusable()],
  ["a tool call without a mail", toolCall("search", '{"query": "roastery"}'), unusable()],
  ["JSON that breaks off, though it claims to be whole", says(cut), unusable()],
  ["fenced JSON that breaks off", says(fence(cut, "```json", "")), unusable()],
  ["JSON cut off at the limit", says(cut, "length"), { error: "answer_cut_off" }],
  ["a whole mail at the limit", says(JSON_MAIL, "length"), { error: "answer_cut_off" }],
  [
    "a tool call cut off at the limit",
    toolCall("json", cut, "length"),
    { error: "answer_cut_off" },
  ],
  [
    "thoughts up to the limit",
    completion({ content: "", reasoning_content: "Hm, " }, "length"),
    { error: "answer_cut_off" },
  ],
  ["the limit in Anthropic's word", says(cut, "max_tokens"), { error: "answer_cut_off" }],
  ["the limit in Gemini's word", says(JSON_MAIL, "MAX_TOKENS"), { error: "answer_cut_off" }],
  ["the limit in Mistral's word", says(cut, "model_length"), { error: "answer_cut_off" }],
  ["a filter", says(JSON_MAIL, "content_filter"), { error: "content_filtered" }],
  ["a filter in Gemini's word", says("", "SAFETY"), { error: "content_filtered" }],
  [
    "a refusal in its field",
    completion({ content: null, refusal: "I won't write that." }),
    { error: "refused_by_model" },
  ],
  [
    "a refusal beside an empty text",
    completion({ content: "", refusal: "I am unable to assist." }),
    { error: "refused_by_model" },
  ],
  ["a refusal that ended it", says("", "refusal"), { error: "refused_by_model" }],
  [
    "a refusal in prose",
    says("I'm sorry, but I can't assist with that request."),
    { error: "refused_by_model" },
  ],
  [
    "a refusal with a curly apostrophe",
    says("I’m sorry, but I cannot write this message."),
    { error: "refused_by_model" },
  ],
  [
    "a refusal without an apology",
    says("I can't help with creating unsolicited e-mails."),
    { error: "refused_by_model" },
  ],
  [
    "a refusal in German",
    says("Es tut mir leid, aber dabei kann ich nicht helfen."),
    { error: "refused_by_model" },
  ],
  [
    "a refusal in French",
    says("Je suis désolé, mais je ne peux pas rédiger ce message."),
    { error: "refused_by_model" },
  ],
  [
    "a refusal behind thoughts",
    says("<think>no</think>I cannot help with that."),
    { error: "refused_by_model" },
  ],
]

/** Every answer with what must come of it. */
export const ANSWERS: AnswerCase[] = [
  ...MAILS.map(([name, reply]) => ({ name, reply })),
  ...LABELS.map((label) => ({
    name: `plain, under "${label}"`,
    reply: says(`${label}: ${MAIL.subject}\n\n${MAIL.body}`),
  })),
  { name: "plain, with a full-width colon", reply: says(`件名：${MAIL.subject}\n\n${MAIL.body}`) },
  ...MENDED.map(([name, reply, draft]) => ({ name: `mended: ${name}`, reply, expect: { draft } })),
  ...NO_DRAFTS.map(([name, reply, expected]) => ({
    name: `no draft: ${name}`,
    reply,
    expect: expected,
  })),
]
