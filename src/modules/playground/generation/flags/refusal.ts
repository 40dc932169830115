import { flagFound, type DraftFlag } from "./draft-flag"
import { findSaid, type PhraseRule, type Sentence } from "./phrases"

/** "I can't help with this request", by language: who, not, doing what, with what. */
const REFUSALS: readonly PhraseRule[] = [
  {
    all: [
      /\bi\b|\bi'm\b|^(?:sorry|unfortunately|unable)/,
      /\b(?:can't|cannot|can not|won't|will not|unable|not able|not allowed|not permitted|not comfortable|couldn't|decline)\b/,
      /\bhelp\b(?! but)|assist|\bwrit|creat|\bdraft|generat|compos|\bcraft|produc|provid|fulfil|\bcompl(?:y|ete)|proceed|engage|continue/,
      /\brequests?\b|e-?mails?\b|messages?\b|\bcontent\b|\bprompts?\b|instructions?\b|\bwith (?:this|that)\b|outreach|\bcopy\b|\btask\b|\bletter\b/,
    ],
    unless: /another|again|any ?more|\blast\b|bother|\buntil\b|\bday\b|attachment|e-?mail address/,
  },
  {
    all: [
      /\bsomething (?:that )?i (?:can't|cannot|won't|am not able to) do\b|\bnot something (?:that )?i can\b/,
    ],
  },
  {
    all: [
      /\bich\b/,
      /\bnicht\b|\bkeine?[rnms]?\b|außerstande|ablehnen|unmöglich/,
      /\bkann\b|\bdarf\b|\bmöchte\b|\bwerde\b|\blage\b|\bmöglich|\bmuss\b|außerstande|\bkönnen\b/,
      /helfen|verfass|schreiben\b(?! sie)|erstell|formulier|nachkommen|erfüll|unterstütz|generier|entsprechen|ablehnen|bearbeiten/,
      /anfrage|e-?mail|nachricht|werbung|inhalt|anschreiben|\btexte?\b|\bbitte\b|aufgabe|anliegen|\b(?:dabei|damit|hierbei)\b/,
    ],
    unless: /\bwenn\b|\bfalls\b|schreiben sie|schreib mir|\bmehr\b|noch einmal|e-?mail-?adresse/,
  },
  {
    all: [
      /\bje\b|impossible/,
      /\bn[e'].{0,40}\bpas\b|impossible|refuse|incapable|regret/,
      /aider|assister|rédiger|écrire|créer|générer|produire|fournir|donner suite|répondre à (?:cette|votre) (?:demande|requête)|traiter/,
      /demande|e-?mail|courriel|message|contenu|\btexte|requête|\b(?:cela|ça)\b/,
    ],
    unless: /\bsi\b|avant (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|adresse e-?mail/,
  },
  {
    all: [
      /\bno (?:puedo|podré|podría|me es posible|estoy en condiciones|soy capaz|tengo permitido)|imposible|debo rechazar/,
      /ayudar|redactar|escribir|crear|generar|producir|proporcionar|cumplir|atender|asistir|rechazar|continuar/,
      /solicitud|petición|correo|e-?mail|mensaje|contenido|\btexto|\b(?:esto|eso|ello)\b/,
    ],
    unless: /\bsi no\b|hasta el/,
  },
  {
    all: [
      /\bnon (?:posso|potrò|potrei|sono in grado|mi è possibile|riesco|mi è consentito)|impossibile|devo rifiutare/,
      /aiutar|scriver|redigere|crear|generar|produrre|fornire|soddisfare|assister|elaborare|procedere|rifiutare/,
      /richiesta|e-?mail|messagg|contenut|\btest[oi]\b|\b(?:questo|ciò)\b/,
    ],
    unless: /\bse non\b|fino a/,
  },
]

/** A model that speaks of itself. A vendor of models writes "we" and "our". */
const SPEAKS_AS_MODEL: readonly PhraseRule[] = [
  {
    all: [
      /\bas an? (?:ai|artificial intelligence)(?:,? i\b| (?:language )?(?:model|assistant|chatbot|system)\b)|\bas an? (?:large )?language model\b|\bi(?:'m| am) (?:just |only )?an? (?:ai|artificial intelligence|(?:large )?language model)\b(?! (?:engineer|researcher|consultant|specialist|lead))/,
    ],
  },
  {
    all: [
      /\bals (?:eine? )?(?:ki|künstliche intelligenz|ki-?(?:sprach)?modell|ki-assistent\w*|ki-system|(?:großes )?sprachmodell)(?![\p{L}-])|\bich bin (?:nur )?eine? (?:ki|sprachmodell)(?![\p{L}-])/u,
      /\bich\b|\bmir\b/,
    ],
  },
  {
    all: [
      /\ben tant qu(?:e |')(?:ia|intelligence artificielle|(?:grand )?modèle (?:de langage|linguistique|d'ia)|assistante? (?:ia|virtuel))/,
      /\bje\b|\bj'|\bme\b/,
    ],
  },
  {
    all: [
      /\bcomo (?:una? )?(?:ia|inteligencia artificial|(?:gran )?modelo (?:de lenguaje|de ia|lingüístico)|asistente (?:de ia|virtual))(?![\p{L}-])/u,
      /\bno\b|\bsoy\b|\bpuedo\b/,
    ],
  },
  {
    all: [
      /\b(?:in quanto|come|in qualità di) (?:un(?:a |'| )?)?(?:ia|intelligenza artificiale|modello (?:linguistico|di linguaggio|di ia)|assistente (?:ia|virtuale))(?![\p{L}-])/u,
      /\bnon\b|\bsono\b|\bposso\b/,
    ],
  },
  {
    all: [
      /\b(?:my|ethical|safety|content|usage) (?:guidelines|policies|policy|programming)\b|meinen? richtlinien|mes (?:directives|règles)|mis (?:directrices|políticas)|le mie linee guida/,
      /against|violat|conflict|allow|permit|prevent|comply|verstoß|verstöß|widersprech|erlaub|contraire|enfreint|permettent|contra|infring|permiten|contrari|viola|consentono/,
    ],
  },
]

/** A model that asks for what it was not told, so that it can write. */
const ASKS_BACK: readonly PhraseRule[] = [
  {
    all: [
      /\b(?:please|could you|can you|kindly|would you|i need|i'd need|i'll need|i would need)\b/,
      /\bso (?:that )?i can\b|\bto (?:help me )?(?:write|draft|create|compose|craft)\b|\bbefore i can\b|\band i'll\b|\bthen i can\b|\bfor me to\b/,
      /\b(?:writ|draft|creat|compos|craft|tailor|personali[sz])/,
      /e-?mail|message|\bdraft\b|\bletter\b|outreach|\bcopy\b/,
    ],
  },
  {
    all: [
      /\bbitte\b|könn(?:en|t?est|ten) (?:sie|du)|brauche ich|ich (?:brauche|benötige)|benötige ich/,
      /\bdamit ich\b|\bdann (?:kann|schreibe|erstelle|verfasse) ich\b|\bum\b.{0,80}\bzu\b/,
      /schreib|verfass|erstell|formulier/,
      /e-?mail|nachricht|\btext\b|anschreiben|entwurf/,
    ],
  },
  {
    all: [
      /pou(?:vez|rriez|rrais)|peux-tu|merci de|veuillez|j'(?:ai|aurais) besoin/,
      /(?:afin|pour) que je puisse|afin de|je pourrai|pour (?:rédiger|écrire)/,
      /rédiger|écrire|créer|personnaliser/,
      /e-?mail|message|courriel|\btexte\b/,
    ],
  },
  {
    all: [
      /podrías?|\bpuedes?\b|por favor|\bnecesito\b|necesitaría/,
      /para que pueda|para poder|así podré|para (?:redactar|escribir)/,
      /redactar|escribir|crear|personalizar/,
      /correo|e-?mail|mensaje|\btexto\b/,
    ],
  },
  {
    all: [
      /potres?ti|potrebbe|\bpuoi\b|\bpuò\b|per favore|ho bisogno|avrei bisogno/,
      /così (?:posso|potrò)|in modo che|per poter|affinché|per (?:scrivere|redigere)/,
      /scriver|redigere|crear|personalizzar/,
      /e-?mail|messagg|\btesto\b/,
    ],
  },
  {
    all: [
      /\bi (?:don't|do not) have (?:enough|sufficient|any) (?:information|details|context|data)\b|\b(?:isn't|is not|not) enough (?:information|details|context|data)\b|without (?:knowing )?more (?:information|details|context|about)|mir fehlen .{0,40}(?:angaben|informationen)|il me manque .{0,40}informations|me faltan? .{0,40}(?:datos|información)|mi mancano .{0,40}(?:dati|informazioni)/,
      /writ|draft|creat|person|recipient|lead|schreib|verfass|empfänger|rédiger|destinataire|redactar|destinatari|scriver/,
    ],
  },
]

/** A model that refuses or cannot, where a mail should stand. */
export function findRefusal(sentences: readonly Sentence[]): DraftFlag[] {
  return flagFound(
    "refusal",
    findSaid(sentences, [...REFUSALS, ...SPEAKS_AS_MODEL, ...ASKS_BACK]),
    (quoted) => `${quoted} reads like a refusal of the model, not like a mail.`
  )
}
