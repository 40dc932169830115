import { flagFound, type DraftFlag } from "./draft-flag"
import { textsOf } from "./normalise"

// Drafts are what strangers' data made of them: each repetition has a bound, or begins only where a run
// does, so that a text of 50,000 characters without a space takes no longer than any other.
const LOCAL_PART_AT_END = /[\p{L}\p{N}._%+'-]{1,64}$/u
const DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,10}/uy
/** Of a local part, in UTF-16 units. */
const LONGEST_LOCAL_PART = 128
/** Of a scheme, in UTF-16 units. */
const LONGEST_SCHEME = 21
const URL_WITH_SCHEME = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`]+/giu
const PUNCTUATION_AT_END = /(?<![.,;:!?)\]}'"])[.,;:!?)\]}'"]+$/
/** Without a scheme a dot alone means little ("Node.js"): only endings that people write as links. */
const BARE_DOMAIN =
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|net|org|io|co|ai|app|dev|me|info|biz|shop|store|online|site|xyz|top|click|link|live|club|eu|de|at|ch|fr|uk|us|ca|au|nz|ie|nl|be|es|pt|it|pl|cz|se|no|dk|fi|ru|ua|cn|jp|in|br|mx|ly|gg|tv)(?![\p{L}\p{N}-])(?:\/[^\s<>"'`]*)?/giu
const MAY_HOLD_LINK = /[@/]|\w\.\p{L}{2}/u
const MAY_HOLD_DOMAIN = /\.(?<=[\p{L}\p{N}]\.)[a-z]{2}/iu

/** Where links and addresses in these texts lead. */
export interface Destinations {
  /**
   * Host names in lower case, as DNS has them (punycode), without `www.`, and the paths below which
   * links are known. An empty path knows the whole host; many people share `cal.com`.
   */
  hosts: Map<string, Set<string>>
  /** In lower case. */
  addresses: Set<string>
}

/** The destinations of everything that a draft was made from. */
export function destinationsOf(...facts: unknown[]): Destinations {
  const text = facts.flatMap(textsOf).join("\n")
  const addresses = new Set(addressesIn(text).map((address) => address.toLowerCase()))
  const hosts = new Map<string, Set<string>>()
  const domains = [...addresses].map((address) => address.slice(address.lastIndexOf("@") + 1))
  for (const link of [...linksIn(text), ...domains]) {
    const { host, path } = placeOf(link)
    hosts.set(host, (hosts.get(host) ?? new Set()).add(path))
  }
  return { hosts, addresses }
}

/** Links and e-mail addresses that none of the facts holds: a model may have made them up. */
export function findForeignLinks(text: string, known: () => Destinations): DraftFlag[] {
  if (!MAY_HOLD_LINK.test(text)) return []
  const links = linksIn(text)
  const addresses = addressesIn(text)
  if (links.length + addresses.length === 0) return []
  const { hosts, addresses: knownAddresses } = known()
  const isKnown = (found: string) => {
    const { host, path } = placeOf(found)
    return [...(hosts.get(host) ?? [])].some((known) => path.startsWith(known))
  }
  const link = links.find((found) => !isKnown(found))
  const address = addresses.find((found) => !knownAddresses.has(found.toLowerCase()))
  return [
    ...flagFound("foreign_link", link, (quoted) => `The link ${quoted} ${STANDS_NOWHERE}`),
    ...flagFound("foreign_address", address, (quoted) => `The address ${quoted} ${STANDS_NOWHERE}`),
  ]
}

const STANDS_NOWHERE = "stands neither in the sender's nor in the lead's data."

interface Span {
  start: number
  end: number
}

/** Where e-mail addresses stand. Looked for around each `@`: most of a text is none. */
function addressSpans(text: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const before = text.slice(Math.max(spans.at(-1)?.end ?? 0, at - LONGEST_LOCAL_PART), at)
    const [local] = LOCAL_PART_AT_END.exec(before) ?? []
    DOMAIN.lastIndex = at + 1
    const [domain] = DOMAIN.exec(text) ?? []
    if (local && domain) spans.push({ start: at - local.length, end: at + 1 + domain.length })
  }
  return spans
}

const addressesIn = (text: string) =>
  addressSpans(text).map(({ start, end }) => text.slice(start, end))

/** Where links with a scheme stand. Looked for ahead of each `://`: most of a text is none. */
function urlSpans(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (let at = text.indexOf("://"); at !== -1; at = text.indexOf("://", from)) {
    URL_WITH_SCHEME.lastIndex = Math.max(from, at - LONGEST_SCHEME)
    const found = URL_WITH_SCHEME.exec(text)
    if (!found) break
    from = URL_WITH_SCHEME.lastIndex
    spans.push({ start: found.index, end: from })
  }
  return spans
}

function without(spans: readonly Span[], text: string): string {
  if (spans.length === 0) return text
  let from = 0
  const between = spans.map(({ start, end }) => {
    const piece = text.slice(from, start)
    from = end
    return piece
  })
  return [...between, text.slice(from)].join(" ")
}

/** Links with and without a scheme, in the order of their kinds. */
export function linksIn(text: string): string[] {
  const urls = urlSpans(text)
  const withScheme = urls.map(({ start, end }) => text.slice(start, end))
  const withoutUrls = without(urls, text)
  const rest = without(addressSpans(withoutUrls), withoutUrls)
  const bare = MAY_HOLD_DOMAIN.test(rest) ? (rest.match(BARE_DOMAIN) ?? []) : []
  return [...withScheme, ...bare].map((link) => link.replace(PUNCTUATION_AT_END, ""))
}

/** What is no URL is a place of its own: nothing else is the same. */
export function placeOf(link: string): { host: string; path: string } {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(link) ? link : `http://${link}`
  if (!URL.canParse(url)) return { host: link.toLowerCase(), path: "" }
  const { hostname, pathname } = new URL(url)
  return { host: hostname.replace(/^www\./, ""), path: pathname.replace(/(?<!\/)\/+$/, "") }
}
