import { flagFound, type DraftFlag } from "./draft-flag"
import { findSaid, sentencesOf, toPlainLower, type PhraseRule, type Sentence } from "./phrases"

/** "Let me know if you'd like it shorter", by language: an offer, to change, the mail itself. */
const OFFERS: readonly PhraseRule[] = [
  {
    all: [
      /let me know|would you like|do you want|\bshall i\b|should i|\bi can\b|\bi could\b|feel free|happy to|if you(?:'d| would)? (?:like|prefer|want|need)|just (?:tell|say|ask)|want me to|don't hesitate/,
      /adjust|chang|\bmake it\b|modif|tweak|revis|rewrit|rephras|\bedit|alter|version|variation|refin|customi[sz]|personali[sz]|tailor|shorten|adapt|improv|polish|\bmore\b|different/,
      /\btone\b|wording|\bdrafts?\b|\b(?:this|the|your|another) (?:e-?mail|message|mail|copy)\b(?! address)|versions? of (?:this|the|it)|(?:shorter|longer|different|other|alternative|another|formal|casual|second) versions?|subject lines?|\b(?:it|this|something) (?:a (?:bit|little) )?(?:shorter|longer|more|less)\b|more (?:formal|casual|concise)|phras|rewrit|\bstyle\b|\b(?:any|further|some|other|more|additional) (?:changes|adjustments|modifications|revisions|edits|tweaks)[.!?]*$/,
    ],
    unless: /order|deliver|quantit|invoice|contract|logo|print|\bdeck\b|\bdemo\b|\bvideo\b|catalog/,
  },
  {
    all: [
      /\bsag(?:en sie|t|e)?\b|bescheid|\bsoll ich\b|möchte(?:n|st)|\bwenn (?:sie|du)\b|\bfalls (?:sie|du)\b|\bgern|kann ich|wissen lassen|lass(?:en sie)? (?:mich|es mich)|\bich kann\b|wünsch|zögern sie/,
      /anpass|\bpasse\b|\bänder|kürz|formulier|umschreib|überarbeit|version|variante|fassung|abwandl|verbesser|optimier|förmlich|locker|\banders\b/,
      /\bton(?:fall|alität)?\b|formulier|\b(?:die|diese|der) (?:e-?)?mail\b(?!-?adresse)|\btext\b|entwurf|betreff|kürzer|förmlich|formell|\bstil\b|(?:weitere|andere|zweite|kürzere|längere) (?:version|variante|fassung)/,
    ],
    unless: /bestell|liefer|menge|auflage|logo|druck|rechnung|vertrag|angebot\b/,
  },
  {
    all: [
      /n'hésite|dites?-moi|dis-moi|faites-(?:le-)?moi|fais-moi|souhait|voulez|veux|voudri|aimeri|\bsi (?:vous|tu|besoin)\b|je peux|je pourrais/,
      /adapt|ajust|modif|chang|raccourc|version|reformul|réécri|variante|propose|personnalis|plus (?:formel|court|long|direct|chaleureu)/,
      /\bton\b(?! (?:adresse|entreprise|équipe|agenda))|formulation|\b(?:ce|cet|l'|le|du) ?(?:e-?mail|mail|courriel|message|texte)\b|brouillon|l'objet\b|plus (?:formel|décontracté|concis)|version plus|autre version|style|reformul/,
    ],
    unless: /livraison|commande|quantité|facture|devis|logo|impression/,
  },
  {
    all: [
      /avís[ae]|\bdime\b|dígame|hazme|hágame|quieres|quiere\b|gustaría|prefieres?|\bpuedo\b|\bsi (?:lo )?(?:deseas?|necesitas?)|no dud|desea/,
      /ajust|cambi|modif|acort|versión|reformul|reescrib|variante|adapt|personali|más (?:formal|cort|breve|direct)/,
      /\btono\b|redacción|\b(?:el|este|del) (?:correo|e-?mail|mensaje|texto)\b(?! electrónico de)|borrador|(?:el|del) asunto\b|más (?:formal|informal)|versión más|otra versión|estilo|reformul/,
    ],
    unless: /pedido|entrega|cantidad|factura|presupuesto|logo|impresión/,
  },
  {
    all: [
      /fammi|mi faccia|fatemi|\bdimmi\b|\bmi dica\b|\bvuoi\b|\bvuole\b|desider|preferi|\bposso\b|\bse (?:serve|necessario)|non esit|volentieri/,
      /modific|cambi|adatt|accorci|version|riformul|riscriv|variant|personalizz|più (?:formal|brev|cort|dirett)/,
      /\btono\b|formulazione|\b(?:la|questa|dell'|l'|il|questo|del) ?(?:e-?mail|mail|messaggio|testo)\b|bozza|l'oggetto\b|più (?:formale|informale)|versione più|altra versione|stile|riformul/,
    ],
    unless: /ordin|consegna|quantità|fattura|preventivo|logo|stampa/,
  },
]

/** What a model says of its own draft, behind it. */
const NOTES: readonly PhraseRule[] = [
  {
    all: [
      /\bi hope (?:this|that|the|it)\b|ich hoffe,? (?:dass )?(?:dieser?|dieses|die|der|das)\b|j'espère que (?:cet?t?e?|le|la)\b|espero que (?:est[ae]|el|la)\b|spero che (?:quest[ao]|il|la|l')/,
      /\b(?:e-?mail|draft|version|message|mail|copy|text)\b|entwurf|vorschlag|fassung|nachricht|brouillon|texte|proposition|courriel|borrador|correo|mensaje|propuesta|texto|bozza|messaggio|testo|proposta/,
      /\b(?:helps?|meets|works|suits|fits|captures|aligns|hits|matches)\b|\bis (?:helpful|useful|what)|hilft|entspricht|gefällt|passt|\bconvien|\baid(?:e|era)\b|répond|correspond|plaît|utile|\bsirva|ayud|cumpl|guste|útil|adapte|\baiuti|vada bene|soddisf|piaccia/,
    ],
    unless: /finds? you|erreicht|trouve|encuentre|trovi/,
  },
  {
    all: [
      /^\W{0,4}(?:(?:please )?note|notes|explanation|rationale|reasoning|hinweis|anmerkung|erläuterung|remarque|explication|nota|spiegazione|explicación)\b[^:]{0,30}[:–—-]/,
      /\bi(?:'ve| have)? (?:kept|used|avoided|assumed|left|made|included|wrote|written|tried|added|omitted|chose|chosen)\b|\bich habe\b|\bj'ai\b|\bhe (?:mantenido|usado|evitado|incluido|dejado|omitido)|\bho (?:mantenuto|usato|evitato|incluso|lasciato|omesso)|as requested|placeholder|platzhalter|replace|ersetz|remplac|reempla|sostitui|\btone\b|\btono\b|adjust|\bdraft\b|this e-?mail|diese e-?mail/,
    ],
  },
  {
    all: [
      /^\W{0,4}(?:(?:total )?(?:word|character) count|wort(?:an)?zahl|anzahl der wörter|zeichenzahl|nombre de mots|(?:número|cantidad) de palabras|(?:numero|conteggio)(?: di| delle)? parole)\b|^\W{0,3}[([]\W{0,3}(?:about |approx\.? |ca\.? |etwa |environ |unas |circa )?\d{1,4}\s(?:words|wörter|mots|palabras|parole)\W{0,4}$/,
    ],
  },
  {
    all: [
      /\b(?:this|the above) (?:e-?mail|draft|message|version) (?:is|uses|keeps|follows|stays|aims|focuses|highlights|avoids|includes|addresses)\b|\b(?:diese|die obige) (?:e-?mail|version|nachricht) (?:ist|verwendet|bleibt|vermeidet|folgt|enthält)\b/,
      /tone|\bwords\b|concise|friendly|professional|personali|instruction|prompt|lead|recipient|\bton\b|wörter|freundlich|empfänger/,
    ],
  },
  {
    all: [
      /\b(?:replace|fill in|customi[sz]e|update|remove|ersetz\w*|remplace\w*|reempla\w*|sostitui\w*)\b/,
      /placeholder|bracket|platzhalter|klammern|crochets|espaces réservés|corchetes|marcadores|segnaposto|parentesi quadre/,
    ],
  },
]

/** With which a model begins before it begins. */
const PREAMBLE =
  /^\W{0,3}(?:sure|certainly|of course|absolutely|definitely|great|okay|ok|got it|understood|no problem|alright|gladly|(?:i'd be |i am |i'm )?happy to help|here you go|here(?:'s| is| are)|below|this is|the following|(?:sehr )?gerne?|natürlich|selbstverständlich|klar|sicher|hier (?:ist|kommt|sind|finden)|im folgenden|nachfolgend|anbei|bien sûr|certainement|bien entendu|avec plaisir|d'accord|voici|voilà|ci-dessous|claro|por supuesto|desde luego|con gusto|aquí (?:tienes?|está|va|le)|a continuación|certo|certamente|volentieri|ecco|di seguito)\b|^\W{0,3}(?:natürlich|voilà)/
/** Of what a preamble speaks. */
const ABOUT_THE_MAIL =
  /\b(?:draft|e-?mail|mail|message|version|copy|subject line|entwurf|nachricht|text|vorschlag|anschreiben|brouillon|courriel|texte|proposition|correo|borrador|mensaje|propuesta|texto|bozza|messaggio|proposta|testo)s?\b/
/** How a preamble ends: what it announces follows. */
const ANNOUNCES = /[:：]\W{0,4}$/
const TELLS_ONLY = /^.{0,90}[.!]\W{0,3}$/
const IS_ASKED_FOR =
  /asked|request|as you|you wanted|for you|happy to help|you (?:write|draft)|gewünscht|verlangt|demandé|pediste|solicitaste|richiest|chiesto/
const LONGEST_PREAMBLE = 200

/** `Option 1:`, `Version B`: a choice that nobody made. */
const OPTION =
  /^\W{0,4}(?:option|version|variante?|versione|versión|opción|opzione|alternative|alternativa|draft|entwurf|vorschlag|proposition|propuesta|proposta|e-?mail)\s{0,3}(?:\d|[abc])\W{0,4}(?:$|[:–—-]\W{0,4}(?:$|subject|betreff|objet|asunto|oggetto|hi\b|hello|dear|hallo|guten|liebe|bonjour|hola|ciao|gentile|buongiorno))/

/** A person goes on so, or speaks of orders. */
const IS_POSTSCRIPT =
  /^\W{0,3}p\.? ?[sd]\b|order|deliver|bestell|liefer|livraison|commande|pedido|entrega|ordin|consegna/

/** Below the signature nobody goes on but a model: there an offer needs to name no mail. */
const AFTERWORDS: readonly PhraseRule[] = [
  {
    all: [
      /let me know|\blike\b|\bwant\b|\bshall i\b|should i|\bi can\b|\bi could\b|feel free|happy to|\bprefer|\bhope\b|bescheid|wissen|soll|möchte|wünsch|gern|falls|hoffe|n'hésite|dites|dis-moi|souhait|voulez|veux|\bpeux\b|espère|avís|\bdime\b|quieres|quiere\b|gustaría|\bpuedo\b|espero|fammi|faccia|\bvuoi\b|\bvuole\b|desider|\bposso\b|spero/,
      /tweak|adjust|chang|revis|rewrit|rephras|refin|modif|\bedit|polish|shorten|reword|adapt|personali|looking for|anything else|anpass|änder|kürz|umschreib|überarbeit|formell|förmlich|gestalte|raccourc|ajust|reformul|cambi|acort|reescrib|formal|informal|accorci|riscriv|riformul|vorgestellt|cherch|buscabas|cercavi/,
    ],
    unless: IS_POSTSCRIPT,
  },
  {
    all: [
      /\b(?:like|want|need) me to\b|\bif you(?:'d| would)? (?:like|want|prefer),? i (?:can|could)\b|\b(?:shall|should) i\b|\bsoll ich\b|möchte(?:n sie|st du),? dass ich|wenn (?:sie|du) (?:möchten|möchtest|willst|wollen),? kann ich|(?:voulez|souhaitez)-vous que je|veux-tu que je|\bsi (?:vous voulez|tu veux|vous le souhaitez),? je peux|quieres? que (?:lo|la|te|le|haga|escriba|prepare|ajuste|redacte)|si quieres?,? puedo|\bvuoi che (?:l[ao]|ti|prepari|scriva)|\bvuole che|\bse (?:vuoi|vuole|preferisci),? posso/,
    ],
    unless: IS_POSTSCRIPT,
  },
]
/** A signature: a few words without a full stop, on a line of their own or behind a sentence. */
const SIGNED =
  /(?:^|\n|[.!?]\s)[^\S\n]*[\p{L}][\p{L}'’.-]*(?:[^\S\n][\p{L}][\p{L}'’.-]*){0,3}[^\S\n]*$|(?:^|\n)[-*_–—]{3,}\s*$/u

/** The last paragraph, where the one above it ends with a signature. */
function afterwordOf(body: string): string | null {
  const end = body.trimEnd().slice(-1_000)
  const at = end.lastIndexOf("\n\n")
  return at > 0 && SIGNED.test(end.slice(0, at).trimEnd().slice(-120)) ? end.slice(at).trim() : null
}

/** What a model says about the mail, beside it: an announcement, an offer to change it, a note. */
export function findAssistantRemark(body: string, sentences: readonly Sentence[]): DraftFlag[] {
  return flagFound(
    "assistant_remark",
    findPreamble(body) ??
      findOptions(body) ??
      findSaid(sentences, [...OFFERS, ...NOTES]) ??
      findSaid(sentencesOf(afterwordOf(body) ?? ""), AFTERWORDS),
    (quoted) => `${quoted} is said about the mail and does not belong into it.`
  )
}

function findPreamble(body: string): string | undefined {
  const start = body.slice(0, LONGEST_PREAMBLE * 2).trimStart()
  const [line = ""] = start.split("\n", 1)
  if (line === "" || line.length > LONGEST_PREAMBLE) return undefined
  const lower = toPlainLower(line)
  if (!PREAMBLE.test(lower) || !ABOUT_THE_MAIL.test(lower)) return undefined
  const announces = ANNOUNCES.test(lower) || (TELLS_ONLY.test(lower) && IS_ASKED_FOR.test(lower))
  return announces ? line : undefined
}

function findOptions(body: string): string | undefined {
  if (!/[12abAB]/.test(body)) return undefined
  const [first, second] = body
    .split("\n")
    .filter((line) => line.length < LONGEST_PREAMBLE && OPTION.test(toPlainLower(line)))
  return second === undefined ? undefined : first
}
