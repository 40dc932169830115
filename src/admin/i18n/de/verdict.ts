import type en from "../en/verdict"
import type { Texts } from "../texts"
import library from "./prompt-library"

/** Texte zum Vergleichen zweier Stapel und zum Beurteilen von Entwürfen. */
const de: Texts<typeof en> = {
  library,
  title: "Urteil",
  failed: "Das Urteil konnte nicht geladen werden",
  sentence: {
    none: "Welcher ist besser? Noch hat niemand geurteilt",
    noneHint:
      "Urteilen Sie blind: zwei Entwürfe für denselben Lead, ohne ein Wort davon, welcher Prompt welchen schrieb.",
    unjudged_one: "Noch hat niemand geurteilt: {{count}} Lead hat Entwürfe aus beiden",
    unjudged_other: "Noch hat niemand geurteilt: {{count}} Leads haben Entwürfe aus beiden",
    better_one:
      "{{name}} ist besser: {{wins}} von {{count}} Lead, 95-%-Intervall {{low}} bis {{high}} %",
    better_other:
      "{{name}} ist besser: {{wins}} von {{count}} Leads, 95-%-Intervall {{low}} bis {{high}} %",
    more_one: "Kein Unterschied erkennbar: etwa {{count}} Paar mehr würde ihn zeigen",
    more_other: "Kein Unterschied erkennbar: etwa {{count}} Paare mehr würden ihn zeigen",
    even: "Kein Unterschied erkennbar: A und B liegen bisher gleichauf",
    allEqual: "Kein Unterschied erkennbar: bisher galt jedes Paar als gleich gut",
    judged_one: "{{judged}} von {{count}} Paar beurteilt",
    judged_other: "{{judged}} von {{count}} Paaren beurteilt",
    wins: "A gewann {{first}}, B gewann {{second}}, {{ties}} gleich",
    people_one: "{{count}} Person",
    people_other: "{{count}} Personen",
    agreement_one: "einig in {{share}} % von {{count}} Fall",
    agreement_other: "einig in {{share}} % von {{count}} Fällen",
  },
  figures: {
    title: "Zahlen",
    names: {
      preferred: "Blind bevorzugt",
      good: "Als gut beurteilt",
      approved: "Freigegeben",
      rejected: "Abgelehnt",
      flagged: "Mit Hinweis",
      kept: "Besteht alle Prüfungen",
    },
    share: "{{hits}} von {{count}}",
    nothing: "noch keine",
    asWords: "{{letter}}: {{said}}, {{share}} %, 95-%-Intervall {{low}} bis {{high}} %",
    legend:
      "Punkt: der Anteil. Balken: sein 95-%-Intervall. Striche bei 0, 50 und 100 %. Wo sich Balken überlappen, kann der Unterschied Zufall sein.",
  },
  pairs: {
    title: "Paare",
    hint: "Zuerst die, die {{name}} verlor.",
    failed: "Die Paare konnten nicht geladen werden",
    outcome: {
      first: "A ist besser",
      second: "B ist besser",
      tie: "Gleich gut",
      none: "Nicht beurteilt",
    },
    choices: "A {{first}}, B {{second}}, gleich {{equal}}",
  },
  csv: {
    action: "Exportieren",
    pairs: "Paare als CSV",
    figures: "Zahlen als CSV",
    pairsFile: "paare.csv",
    figuresFile: "urteil.csv",
    failed: "Es wurde nichts exportiert",
    columns: {
      lead: "Lead",
      email: "E-Mail",
      better: "Besser",
      forA: "Für A",
      forB: "Für B",
      equal: "Gleich",
      subjectA: "Betreff A",
      bodyA: "Text A",
      subjectB: "Betreff B",
      bodyB: "Text B",
      figure: "Zahl",
      batch: "Stapel",
      hits: "Anzahl",
      of: "Von",
      percent: "Prozent",
      low: "95 % von",
      high: "95 % bis",
    },
  },
  blind: {
    start: "Blind urteilen",
    goOn: "Weiter blind urteilen",
    title: "Welche Mail ist besser?",
    undo: "Rückgängig (U)",
    close: "Schließen",
    progress: "Beurteilte Paare",
    place: "{{done}} von {{total}}",
    texts: { left: "Mail 1", right: "Mail 2" },
    choices: { left: "Mail 1", equal: "Gleich", right: "Mail 2" },
    failed: "Ihre Wahl wurde nicht gespeichert",
    kept: "Was Sie bisher beurteilt haben, bleibt erhalten.",
    notStarted: "Das Urteilen konnte nicht beginnen",
    done: "Sie haben jedes Paar beurteilt",
    doneHint: "Das Urteil steht auf der Seite dahinter. Die letzten lassen sich noch zurücknehmen.",
    seeResult: "Urteil ansehen",
  },
}

export default de
