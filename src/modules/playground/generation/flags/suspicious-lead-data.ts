import type { LeadSnapshot } from "../../../../ports"
import { flagFound, type DraftFlag } from "./draft-flag"
import { normalise, textsOf } from "./normalise"

/**
 * Orders to whoever reads the data, as attackers word them, and the seams of chat formats. In lower
 * case: without the flag `i` the search takes a twentieth of the time.
 */
const ORDERS = [
  // English
  String.raw`\b(?:ignore|disregard|forget|override|bypass|discard)\b[^\n]{0,40}\b(?:previous|prior|above|earlier|all|any|your|the|these|those)\b[^\n]{0,30}\b(?:instructions?|prompts?|rules?|messages?|directions?|guidelines?|context|commands?)\b`,
  String.raw`\b(?:new|updated|real|actual) (?:instructions?|system prompt|task)\b\s*[:-]`,
  String.raw`\byou are (?:now|no longer)\b|\bact as (?:an?|the|if)\b|\bpretend (?:to be|you)\b|\bfrom now on,? (?:you|write|answer|respond)\b`,
  String.raw`\b(?:reveal|print|repeat|show|output|send|leak)\b[^\n]{0,30}\b(?:system prompt|your (?:instructions|prompt|rules)|hidden prompt|api key|password)`,
  String.raw`\b(?:do not|don't|stop) (?:follow|obey|write)\b[^\n]{0,30}\b(?:instructions?|rules?|e-?mail|mail)\b`,
  String.raw`\b(?:write|send|reply|respond|answer|include|add|append)\b[^\n]{0,40}\b(?:instead|to (?:all|every|everyone|each)|exactly|only with|nothing but)\b`,
  String.raw`\b(?:jailbreak|developer mode|dan mode|prompt injection)\b`,
  // German
  String.raw`\b(?:ignorier(?:e|en|t)?|vergiss|vergessen sie|missachte|überschreibe)\b[^\n]{0,50}\b(?:anweisung(?:en)?|regeln?|vorgaben?|befehle?|prompt|kontext|nachrichten)\b`,
  String.raw`\bdu bist (?:jetzt|ab jetzt|nun)\b|\bab (?:jetzt|sofort) (?:bist|antworte|schreibe)\b`,
  // French
  String.raw`(?:ignore[zr]?|oublie[zr]?|ne tiens pas compte)\b[^\n]{0,50}\b(?:instructions?|consignes?|règles?|messages?|invite)\b`,
  String.raw`\b(?:tu es|vous êtes) (?:maintenant|désormais)\b`,
  // Spanish, Portuguese, Italian
  String.raw`\b(?:ignora[r]?|ignore|olvida[r]?|esque[cç]a|desconsidere|dimentica|ignorate)\b[^\n]{0,50}\b(?:instrucciones|reglas|instruções|regras|istruzioni|regole|mensajes|mensagens|messaggi|anteriores|precedenti)`,
  String.raw`\b(?:ahora eres|agora você é|ora sei|sei ora|eres ahora)\b`,
  // Dutch, Swedish, Polish, Czech, Turkish
  String.raw`\b(?:negeer|vergeet)\b[^\n]{0,40}\b(?:instructies|regels|opdrachten)\b|\b(?:ignorera|glöm)\b[^\n]{0,40}\b(?:instruktioner|regler)\b`,
  String.raw`(?:zignoruj|ignoruj|zapomnij)[^\n]{0,40}(?:instrukcj|polece|zasad)|(?:ignoruj|zapomeň)[^\n]{0,40}(?:pokyny|instrukce|pravidla)`,
  String.raw`(?:önceki|tüm)[^\n]{0,30}(?:talimat|kural)[^\n]{0,30}(?:yok say|unut|görmezden)`,
  // Russian, Ukrainian
  String.raw`(?:игнорируй|проигнорируй|забудь|не обращай внимания)[^\n]{0,40}(?:инструкци|указани|правил|сообщени)|(?:ігноруй|забудь)[^\n]{0,40}(?:інструкці|вказівк|правил)`,
  // Chinese, Japanese, Korean
  String.raw`(?:忽略|无视|無視|忘记|忘記|不要理会)[^\n]{0,20}(?:指令|指示|提示|规则|規則|说明)|(?:指示|命令|ルール|プロンプト)[^\n]{0,12}(?:無視|忘れ)|(?:이전|모든)[^\n]{0,12}(?:지시|명령|지침)[^\n]{0,8}(?:무시|잊)`,
  // Arabic, Hebrew, Hindi
  String.raw`(?:تجاهل|انس)[^\n]{0,30}(?:التعليمات|الأوامر|القواعد)|(?:התעלם|שכח)[^\n]{0,30}(?:הוראות|כללים)|(?:निर्देश|आदेश|नियम)[^\n]{0,30}(?:अनदेखा|भूल|नज़रअंदाज़)`,
  // Seams: roles, tokens and fences of chat formats
  String.raw`(?:^|\n)[^\S\n]*(?:#+[^\S\n]*)?(?:system|assistant|developer|user|human)\s{0,9}(?:message|prompt)?\s{0,9}:`,
  String.raw`<\|[a-z_]+\|>|\[/?inst\]|<<\/?sys>>|<\/?(?:system|assistant|instructions?|data|prompt)>|"role"\s{0,9}:\s{0,9}"(?:system|assistant|developer)"`,
]

const SUSPICIOUS = new RegExp(ORDERS.join("|"), "u")
/** Zero-width and direction marks and tag characters in a row hide a text from the reader. */
const HIDDEN =
  /[\u{e0000}-\u{e007f}]{2}|[\u200b-\u200f\u2060-\u2064]{4}|[\u202a-\u202e\u2066-\u2069]/u

/** Lead data that gives orders: it cannot do harm to others, but this draft wants a careful look. */
export function findSuspiciousLeadData(lead: LeadSnapshot): DraftFlag[] {
  const { id: _, ...facts } = lead
  const text = textsOf(facts).join("\n")
  const [found] = SUSPICIOUS.exec(normalise(text).toLowerCase()) ?? []
  if (found) {
    const toMessage = (quoted: string) => `The lead's data seems to give orders: ${quoted}.`
    return flagFound("suspicious_lead_data", found, toMessage)
  }
  if (!HIDDEN.test(text)) return []
  const message = "The lead's data hides characters that are not seen."
  return [{ code: "suspicious_lead_data", message, params: {} }]
}
