import { findAssistantRemark } from "./assistant-remark"
import { findLiteralEscape, findMojibake } from "./broken-characters"
import type { DraftCheck } from "./draft-check"
import { destinationsOf, findForeignLinks } from "./foreign-link"
import { findInstructionAsMail } from "./instruction-as-mail"
import { findLabelInText } from "./label-in-text"
import { findLeftoverPlaceholder } from "./leftover-placeholder"
import { findHtml, findMarkdown } from "./markup"
import { findOddLength } from "./odd-length"
import { findOtherLeads } from "./other-lead"
import { findPromptLeak } from "./prompt-leak"
import { findRawAnswer } from "./raw-answer"
import { findRefusal } from "./refusal"
import { findSpintax } from "./spintax"
import { findSuspiciousLeadData } from "./suspicious-lead-data"
import { findWrongLanguage } from "./wrong-language"

/** Every check, in the order in which its flags matter. */
export const DRAFT_CHECKS: readonly DraftCheck[] = [
  {
    name: "suspicious_lead_data",
    find: ({ request }) => findSuspiciousLeadData(request.lead),
  },
  {
    name: "other_lead",
    find: ({ text, request, names }) => findOtherLeads(text, request.lead, names),
  },
  {
    name: "foreign_link",
    find: ({ text, request: { lead, sender, campaign, prompt } }) =>
      findForeignLinks(text, () =>
        destinationsOf(lead, sender?.data, sender?.profile_name, campaign, prompt)
      ),
  },
  {
    name: "refusal",
    find: ({ sentences }) => findRefusal(sentences()),
  },
  {
    name: "instruction_as_mail",
    find: ({ sentences }) => findInstructionAsMail(sentences()),
  },
  {
    name: "raw_answer",
    find: ({ text, body }) => findRawAnswer(text, body),
  },
  {
    name: "assistant_remark",
    find: ({ body, sentences }) => findAssistantRemark(body, sentences()),
  },
  {
    name: "prompt_leak",
    find: ({ text, instruction, request }) => findPromptLeak(text, instruction(), request),
  },
  {
    name: "leftover_placeholder",
    find: ({ text }) => findLeftoverPlaceholder(text),
  },
  {
    name: "spintax",
    find: ({ text }) => findSpintax(text),
  },
  {
    name: "label_in_text",
    find: ({ subject, body }) => findLabelInText(subject, body),
  },
  {
    name: "html",
    find: ({ text }) => findHtml(text),
  },
  {
    name: "markdown",
    find: ({ text }) => findMarkdown(text),
  },
  {
    name: "literal_escape",
    find: ({ text }) => findLiteralEscape(text),
  },
  {
    name: "mojibake",
    find: ({ draft }) => findMojibake(`${draft.subject}\n${draft.body}`),
  },
  {
    name: "odd_length",
    find: ({ draft }) => findOddLength(draft),
  },
  {
    name: "wrong_language",
    find: ({ draft, request }) => findWrongLanguage(draft.body, request.lead),
  },
]
