import { flagFound, type DraftFlag } from "./draft-flag"
import { findSaid, type PhraseRule, type Sentence } from "./phrases"

/** "Write a short e-mail", by language: an order to write, at the start of a sentence, and what. */
const ORDERS: readonly PhraseRule[] = [
  {
    all: [
      /^\W{0,4}(?:please |kindly |now )?(?:write|draft|compose|create|generate|craft|prepare|produce|rewrite|personali[sz]e|formulate)\b/,
      /\b(?:e-?mails?|message|mail|letter|note|copy|text|outreach|follow-?up|intro(?:duction)?|subject line|lines|sentences|words|paragraphs?)\b/,
    ],
    unless: /\bif\b|\bback\b|^\W{0,4}write (?:to )?us\b/,
  },
  {
    all: [
      /(?:^|\.\s)\W{0,4}(?:write to|reach out to|schreib(?:e|en sie)? an|écri(?:s|vez) à|escrib[ea] a|scriv[ia] ad?) (?!me\b|us\b|uns\b|mich\b|moi\b|nous\b|mí\b)\p{L}/u,
    ],
    unless: /\bif\b|\bwenn\b|\bfalls\b|\bsi\b|\bse\b/,
  },
  {
    all: [
      /^\W{0,4}(?:bitte )?(?:schreib(?:e|en sie|t)?|verfass(?:e|en sie|t)?|erstell(?:e|en sie|t)?|formulier(?:e|en sie|t)?|generier(?:e|en sie)?|entwirf|entwerfen sie|texte)\b(?! (?:mir|uns)\b)/,
      /e-?mail|\bmail|nachricht|schreiben\b|\btext|\bbrief|zeilen|sätze/,
    ],
    unless: /\bwenn\b|\bfalls\b/,
  },
  {
    all: [
      /^\W{0,4}(?:merci d(?:e |')|veuillez )?(?:rédige[zr]?|écri(?:s|vez|re)|compose[zr]?|crée[zr]?|génère|générez|générer|prépare[zr]?|formule[zr]?)(?![-\p{L}])/u,
      /e-?mail|\bmail|courriel|message|lettre|texte|phrases|mots/,
    ],
    unless: /\bsi\b/,
  },
  {
    all: [
      /^\W{0,4}(?:por favor,? )?(?:escrib(?:e|a|ir)|redact(?:a|e|ar)|cre(?:a|e|ar)|gener(?:a|e|ar)|elabor(?:a|e|ar)|prepar(?:a|e|ar)|compon)(?![\p{L}])/u,
      /correo|e-?mail|mensaje|carta|texto|frases|palabras/,
    ],
    unless: /\bsi\b/,
  },
  {
    all: [
      /^\W{0,4}(?:per favore,? )?(?:scriv(?:i|a|ere)|redig(?:i|a|ere)|cre(?:a|i|are)|gener(?:a|i|are)|compon(?:i|ga)|prepar(?:a|i|are)|formul(?:a|i|are))(?![\p{L}])/u,
      /e-?mail|\bmail|messagg|lettera|\btesto|frasi|parole/,
    ],
    unless: /\bse\b/,
  },
]

/** Who the writer is told to be. */
const ROLE =
  /^\W{0,4}(?:you are|you're|act as|imagine (?:that )?you(?: are|'re)|pretend to be|du bist|sie sind|stell dir vor, du bist|handle als|agiere als|tu es|vous êtes|agis comme|agissez comme|eres|usted es|actúa como|sei un|lei è|agisci come)\b.{0,120}(?:\b(?:an?|the|ein|eine|un|une|una|uno|unos) |assistant|assistent|copywriter|sales|expert|writer|market|representative|vertrieb|verkäufer|texter|commercial|rédact|vend|comercial|redactor|venditor|esperto|experto)/

/** What only somebody is told who is to write a mail. Each counts once. */
const SIGNS: readonly RegExp[] = [
  /\b(?:your|the) (?:goal|task|job|objective|aim) is\b|\bdein(?:e)? (?:ziel|aufgabe) ist\b|\bihre? (?:ziel|aufgabe) ist\b|\bt(?:on|a) (?:objectif|mission|tâche|but) est\b|\bvotre (?:objectif|mission|tâche|but) est\b|\btu (?:objetivo|tarea|misión) es\b|\bsu (?:objetivo|tarea) es\b|\bil tuo (?:obiettivo|compito|scopo) è\b/,
  /\b(?:max(?:imum|imal|\.)?|at most|no more than|not more than|under|below|fewer than|less than|up to|within|höchstens|unter|weniger als|nicht mehr als|pas plus de|moins de|máximo|mínimo|menos de|no más de|massimo|meno di|non più di|au plus|au maximum)(?: de| di)?\s{0,3}\d{1,4}\s{0,3}(?:words|sentences|lines|characters|wörter|worte|sätze|zeichen|zeilen|mots|phrases|lignes|palabras|frases|líneas|parole|frasi|righe)/,
  /\b(?:tone|tone of voice|ton|tonalität|tonfall|tono|length|länge|longueur|longitud|lunghezza)\s?[:=]|\b(?:in|use|with) an? [\p{L}, -]{3,40} tone\b|\bton (?:chaleureux|amical|professionnel)|\btono (?:amable|cercano|amichevole|profesional|professionale|cordiale)/u,
  /\b(?:do not|don't|never) (?:use|mention|write|include|sound|exceed|start|invent)\b|\bkeine (?:ausrufezeichen|floskeln|emojis|anglizismen)\b|\bverwende kein|\bsans (?:formules|jargon|points? d'exclamation|emojis?)|\bn'utilise[zr]? pas\b|\b(?:sin|no uses) (?:exclamaciones|emojis|jerga)|\b(?:niente|senza|non usare) (?:punti esclamativi|emoji|gergo)/,
  /\b(?:the|each|every|this) (?:lead|recipient|prospect|addressee)\b|\bde[mnr] (?:lead|empfänger|interessenten)\b|\b(?:le|du|au) (?:destinataire|prospect)\b|\b(?:el|al|del) (?:destinatario|prospecto|cliente potencial)\b|\b(?:il|al|del) (?:destinatario|potenziale cliente)\b/,
  /\b(?:end|close|finish|conclude) with\b|\b(?:ende|schließe) mit\b|\b(?:termine|terminez|conclus|finis)\b.{0,20}\b(?:par|sur|avec)\b|\b(?:termina|acaba|cierra|finaliza) con\b|\b(?:chiudi|termina|concludi) con\b/,
  /(?:^|[-•*]\s{0,3})(?:mention|offer|include|use|keep|reference|introduce|explain|ask for|address|avoid|start with|begin with|erwähne|biete|nenne|verwende|sprich|halte|vermeide|beginne|mentionne[rz]?|propose[rz]?|utilise[rz]?|évite[rz]?|commence[rz]? par|menciona|ofrece|usa|evita|empieza|cita|offri|menziona|inizia)\b/,
  /\bone question at the end\b|\berwähnen\s*$|\bin (?:json|plain text|markdown)\b|\bsubject line\b|\bcall to action\b|\bcold e-?mail\b|\bprospection\b|\bplaceholders?\b/,
]

const SALUTATION =
  /^\W{0,3}(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen)|liebe|sehr geehrte|moin|servus|bonjour|salut|chère?|hola|estimad|querid|buen[oa]s|ciao|gentile|car[oa]\b|buongiorno|egregi)/

/** How much must speak for it. A greeting speaks against. */
const ENOUGH = 2
const ENOUGH_IN_A_LETTER = 4
/** An order to write in other words. */
const TASK =
  /^\W{0,4}(?:your (?:task|job|goal) is to|deine aufgabe ist|ihre aufgabe ist|ta (?:tâche|mission) est|votre (?:tâche|mission) est|tu tarea es|su tarea es|il tuo compito è)\b/

/**
 * What was meant for a model, as the mail itself: the prompt of a host without one, or a model that
 * said its orders in other words.
 */
export function findInstructionAsMail(sentences: readonly Sentence[]): DraftFlag[] {
  const [first] = sentences
  if (!first) return []
  const told = findSaid(sentences, ORDERS)
  const isLetter = SALUTATION.test(first.lower)
  // A letter without an order is a letter, and most drafts are one.
  if (isLetter && !told) return []
  const plays = ROLE.test(first.lower)
  const signs = SIGNS.filter((sign) => sentences.some(({ lower }) => sign.test(lower))).length
  const weight =
    (told === first.text || TASK.test(first.lower) ? 2 : told ? 1 : 0) + (plays ? 1 : 0) + signs
  return weight < (isLetter ? ENOUGH_IN_A_LETTER : ENOUGH)
    ? []
    : flagFound(
        "instruction_as_mail",
        told ?? first.text,
        (quoted) => `${quoted} tells somebody to write a mail and is none.`
      )
}
