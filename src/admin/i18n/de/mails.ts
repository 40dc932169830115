import type en from "../en/mails"
import type { Texts } from "../texts"

/** Texts of the outbox and of the list of those not to write to, in German. */
export default {
  outbox: {
    title: "Postausgang",
    hint: "E-Mails aus dem Probebetrieb und Tests, wie sie ankämen. Sie erreichen niemanden.",
    of: "Kampagne",
    ofAll: "Alle Kampagnen und Tests",
    list: "E-Mails",
    none: "Noch keine E-Mail",
    noneHint:
      "Senden Sie aus dem Playground einer Kampagne. Solange sie zur Probe sendet, stehen ihre E-Mails hier.",
    noMatch: "Keine E-Mail dieser Kampagne",
    noMatchHint: "Sie hat noch nichts gesendet, oder sie sendet über einen Mailserver.",
  },
  mail: {
    label: "E-Mail",
    back: "Alle E-Mails",
    failed: "Die E-Mail konnte nicht geladen werden",
    from: "Von",
    to: "An",
    date: "Datum",
    save: "Als Datei speichern",
    parts: "Teile der E-Mail",
    text: "Text",
    html: "Formatiert",
    headers: "Kopfzeilen",
  },
  suppressions: {
    title: "Sperrliste",
    hint: "Wer hier steht, bekommt keine E-Mail, gleich aus welcher Kampagne.",
    add: "Hinzufügen",
    export: "Als CSV speichern",
    exported: "Die Liste wurde gespeichert",
    notExported: "Die Liste wurde nicht gespeichert",
    notImported: "Die Datei wurde nicht übernommen",
    dismiss: "Ausblenden",
    anyReason: "Jeder Grund",
    reason: "Grund",
    reasons: {
      manual: "Von Hand eingetragen",
      unsubscribed: "Abgemeldet",
      bounced: "Nicht zustellbar",
      complained: "Als Spam gemeldet",
    },
    sources: {
      link: "Link in einer E-Mail",
      csv: "Datei",
      api: "Von Hand",
      provider: "Gemeldet von {{source}}",
    },
    columns: { value: "Adresse oder Domain", reason: "Grund", source: "Wie", since: "Seit" },
    domain: "Alle bei {{value}}",
    hash: "Eine Adresse, die nicht mehr gespeichert ist",
    deleteOne: "{{name}} löschen",
    deleteTitle: "Dorthin wieder schreiben?",
    deleteText: {
      manual: "{{name}} verlässt die Sperrliste: Kampagnen können dorthin wieder schreiben.",
      unsubscribed:
        "{{name}} wollte keine E-Mails mehr. Löschen Sie das nur, wenn seither wieder zugestimmt wurde.",
      bounced:
        "E-Mails an {{name}} kamen zurück. Weitere schaden dem Ruf Ihres Shops bei Mailservern: Löschen Sie das nur, wenn es wieder geht.",
      complained:
        "{{name}} hat eine E-Mail als Spam gemeldet. Löschen Sie das nur, wenn seither wieder zugestimmt wurde.",
    },
    note: "Warum (freiwillig)",
    deleted: "Gelöscht: Kampagnen können dorthin wieder schreiben",
    none: "Niemand steht auf der Liste",
    noneHint:
      "Wer sich abmeldet, kommt von selbst hierher. Andere tragen Sie von Hand oder aus einer Datei ein.",
    noMatch: "Nichts passt",
    noMatchHint: "Versuchen Sie ein anderes Wort oder einen anderen Grund.",
    values: "Adressen und Domains",
    valuesHint: "Eine je Zeile. Eine Domain steht für jede Adresse bei ihr.",
    wrong: "Das sind weder Adressen noch Domains. Berichtigen Sie sie, oder schließen Sie.",
    tooMany: "Höchstens {{count}} auf einmal: für mehr laden Sie eine Datei hoch.",
    added_zero: "Nichts Neues wurde eingetragen.",
    added_one: "{{count}} wurde eingetragen.",
    added_other: "{{count}} wurden eingetragen.",
    skipped_one: "{{count}} stand schon dort.",
    skipped_other: "{{count}} standen schon dort.",
    refused: "Weder Adresse noch Domain, in Zeile {{lines}}.",
  },
  lifted: {
    title: "Von der Sperrliste genommen",
    hint: "Kampagnen können dorthin wieder schreiben.",
    deed: "{{who}} hat heruntergenommen: {{name}}",
    before: "Stand dort als: {{reason}}",
    note: "Warum: {{note}}",
    somebody: "Jemand, der nicht mehr dabei ist",
  },
} satisfies Texts<typeof en>
