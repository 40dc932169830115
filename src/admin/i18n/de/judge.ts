import type en from "../en/judge"
import type { Texts } from "../texts"

/** Texte zum Gutachter: einem Modell, das Entwürfe liest und sagt, wie gut sie sind. */
const de: Texts<typeof en> = {
  title: "Der Gutachter",
  none: "In diesem Shop ist kein Gutachter eingerichtet: Fragen Sie Ihre Entwicklung.",
  failed: "Was der Gutachter sagt, konnte nicht geladen werden",
  ask: {
    action: "Gutachter fragen",
    rest: "Zu den übrigen fragen",
    again: "Noch einmal fragen",
    failed: "Der Gutachter wurde nicht gefragt",
    nothing: "Der Gutachter hat schon alles angesehen.",
    calls_one: "{{count}} Aufruf",
    calls_other: "{{count}} Aufrufe",
    about: "{{calls}}, etwa {{spend}}",
    free: "{{calls}}, Preis unbekannt",
    offer: "Ein zweiter Leser: Noten, Gründe und zu jeder Behauptung die Angabe, die sie belegt.",
  },
  running: {
    drafts: "Der Gutachter liest: {{done}} von {{count}} Entwürfen",
    stop: "Anhalten",
    stopped: "Der Gutachter wurde angehalten",
    notStopped: "Der Gutachter wurde nicht angehalten",
    stale: "Keine Verbindung: Was hier steht, kann veraltet sein.",
  },
  result: {
    mean_one: "Mittlere Note des Gutachters: {{score}} von 5, {{count}} Entwurf",
    mean_other: "Mittlere Note des Gutachters: {{score}} von 5, {{count}} Entwürfe",
    unsupported_one: "{{count}} Entwurf mit einer unbelegten Behauptung",
    unsupported_other: "{{count}} Entwürfe mit einer unbelegten Behauptung",
    supported: "jede Behauptung ist belegt",
    failed_one: "{{count}} Entwurf ließ sich nicht begutachten: {{reason}}",
    failed_other: "{{count}} Entwürfe ließen sich nicht begutachten: {{reason}}",
    cancelled_one: "{{count}} Entwurf wurde ausgelassen",
    cancelled_other: "{{count}} Entwürfe wurden ausgelassen",
    cancelledWhy_one: "{{count}} Entwurf wurde ausgelassen: {{reason}}",
    cancelledWhy_other: "{{count}} Entwürfe wurden ausgelassen: {{reason}}",
    unjudged_one: "{{count}} Entwurf nicht begutachtet",
    unjudged_other: "{{count}} Entwürfe nicht begutachtet",
  },
  agreement: {
    enough: "Mit Menschen einig in {{share}} % von {{count}} Entwürfen (Cohens Kappa {{kappa}})",
    noKappa:
      "Mit Menschen einig in {{share}} % von {{count}} Entwürfen (kein Kappa: alle gleich beurteilt)",
    you: "Ihnen",
    people: "Menschen",
    pairs:
      "Mit {{who}} einig in {{same}} von {{count}} Paaren ({{share}} %, Cohens Kappa {{kappa}})",
    noKappaOfPairs:
      "Mit {{who}} einig in {{same}} von {{count}} Paaren ({{share}} %, kein Kappa: alle gleich entschieden)",
    tooFewPairs_one:
      "Wie weit ihm zu trauen ist, ist noch nicht bekannt: Menschen und Gutachter haben beide {{count}} Paar beurteilt, 20 sind nötig",
    tooFewPairs_other:
      "Wie weit ihm zu trauen ist, ist noch nicht bekannt: Menschen und Gutachter haben beide {{count}} Paare beurteilt, 20 sind nötig",
    tooFew_one:
      "Wie weit ihm zu trauen ist, ist noch nicht bekannt: Menschen und Gutachter haben beide {{count}} Entwurf beurteilt, 20 sind nötig",
    tooFew_other:
      "Wie weit ihm zu trauen ist, ist noch nicht bekannt: Menschen und Gutachter haben beide {{count}} Entwürfe beurteilt, 20 sind nötig",
  },
  pairs: {
    offer:
      "Auch er kann vergleichen: jedes Paar in beiden Reihenfolgen, getrennt von Menschen gezählt.",
    begin: "Entwürfe für den Gutachter paaren",
    running: "Der Gutachter vergleicht: {{done}} von {{count}} Aufrufen",
    bothOrders: "jedes Paar in beiden Reihenfolgen, ungleiche Antworten gelten als gleich gut",
    failed_one: "{{count}} Aufruf ist fehlgeschlagen",
    failed_other: "{{count}} Aufrufe sind fehlgeschlagen",
    failedWhy_one: "{{count}} Aufruf ist fehlgeschlagen: {{reason}}",
    failedWhy_other: "{{count}} Aufrufe sind fehlgeschlagen: {{reason}}",
    cancelled_one: "{{count}} Aufruf wurde ausgelassen",
    cancelled_other: "{{count}} Aufrufe wurden ausgelassen",
    cancelledWhy_one: "{{count}} Aufruf wurde ausgelassen: {{reason}}",
    cancelledWhy_other: "{{count}} Aufrufe wurden ausgelassen: {{reason}}",
    says: "Gutachter: {{outcome}}",
    why: "Warum der Gutachter das sagt",
    order: "{{name}} zuerst gelesen, gewählt: {{choice}}.",
    choice: { first: "A", second: "B", equal: "keiner" },
  },
  draft: {
    score: "{{score}} von 5",
    pending: "Diesen Entwurf liest der Gutachter noch.",
    failed: "Der Gutachter konnte diesen Entwurf nicht beurteilen: {{reason}}",
    cancelled: "Der Gutachter wurde angehalten, bevor er diesen Entwurf las.",
    cancelledWhy: "Der Gutachter hat diesen Entwurf nicht gelesen: {{reason}}",
    claim: "„{{text}}“",
    claims: "Was er behauptet",
    noClaims: "Der Gutachter fand keine Behauptung darin.",
    unsupported: "Unbelegt",
    supported: "Belegt",
    unsupportedHint: "Nichts, was über den Lead bekannt war, sagt das.",
    criteria: "Wie gut er ist",
    edited: "Der Gutachter las den Entwurf, nicht, was Sie daraus gemacht haben.",
  },
  criteria: {
    relevance: "Bezug zum Lead",
    clarity: "Klarheit",
    tone: "Ton",
    call_to_action: "Aufforderung",
  },
  sources: {
    sender: "Absender: {{name}}",
    ofSender: { name: "Absender", email: "E-Mail-Adresse des Absenders" },
    profile_name: "Absender: Name des Profils",
    campaign: { name: "Name der Kampagne", description: "Beschreibung der Kampagne" },
    step: {
      step_index: "Nummer des Schritts",
      delay_days: "Tage vor dem Schritt",
      channel: "Kanal des Schritts",
      variant_label: "Variante",
    },
  },
}

export default de
