import type en from "../en/reasons"
import type { Texts } from "../texts"
import evaluations from "./evaluations"

/** Was der Server als Code mit Angaben meldet, in Worten. */
const de: Texts<typeof en> = {
  flags: {
    title: "Sehen Sie hier zuerst hin",
    count_one: "{{count}} Hinweis",
    count_other: "{{count}} Hinweise",
    parts: { subject: "Betreff", body: "Text" },
    kinds: {
      name: "Name",
      part_of_name: "Vor- oder Nachname",
      company: "Firma",
      address: "E-Mail-Adresse",
    },
    codes: {
      suspicious_lead_data: "Die Daten des Leads lesen sich wie eine Anweisung an das Modell",
      other_lead: "„{{text}}“ gehört zu einem anderen Lead ({{kind}})",
      foreign_link: "Der Link „{{text}}“ stammt weder vom Absender noch vom Lead",
      foreign_address: "Die Adresse „{{text}}“ stammt weder vom Absender noch vom Lead",
      refusal: "Das Modell lehnt ab: „{{text}}“",
      instruction_as_mail: "Statt der E-Mail steht eine Anweisung da: „{{text}}“",
      raw_answer: "Rohe Daten der Antwort stehen in der E-Mail: „{{text}}“",
      assistant_remark: "Das Modell spricht zu Ihnen statt zum Lead: „{{text}}“",
      prompt_leak: "Worte des Prompts selbst stehen in der E-Mail: „{{text}}“",
      leftover_placeholder:
        "„{{text}}“ sieht nach einem Platzhalter aus, der nicht ausgefüllt wurde",
      spintax: "Eine Auswahl blieb offen: „{{text}}“",
      label_in_text: "Eine Beschriftung steht im Text: „{{text}}“",
      html: "HTML steht im Text: „{{text}}“",
      markdown: "Markdown-Zeichen stehen im Text: „{{text}}“",
      literal_escape: "Zeichen eines Programms stehen im Text: „{{text}}“",
      mojibake: "Zeichensalat: „{{text}}“",
      cut_off: "Der Text scheint mitten im Satz aufzuhören",
      too_short: "{{part}}: nur {{characters}} Zeichen",
      too_long: "{{part}}: {{characters}} Zeichen, bis zum Ende lesen das wenige",
      wrong_language: "Der Text scheint {{language}} zu sein; die Sprache des Leads ist {{wanted}}",
      check_failed: "Eine der Prüfungen ist fehlgeschlagen: Sehen Sie selbst nach",
    },
  },
  checks: {
    parts: { subject: "Betreff", body: "Text", mail: "E-Mail" },
    codes: {
      too_few_words: "{{part}}: {{count}} Wörter, mindestens {{min}} sind gewünscht",
      too_many_words: "{{part}}: {{count}} Wörter, höchstens {{max}} sind gewünscht",
      too_few_characters: "{{part}}: {{count}} Zeichen, mindestens {{min}} sind gewünscht",
      too_many_characters: "{{part}}: {{count}} Zeichen, höchstens {{max}} sind gewünscht",
      missing: "{{part}}: „{{text}}“ fehlt",
      present: "{{part}}: enthält „{{text}}“",
      other_language: "Die Sprache scheint {{language}} zu sein; gewünscht ist {{wanted}}",
      too_hard: "Der Lesbarkeitsindex ist {{level}}, höchstens {{max}} ist gewünscht",
      too_many_links: "Der Text hat {{count}} Links, höchstens {{max}} sind gewünscht",
      foreign_host: "Der Link „{{text}}“ führt zu keinem der erlaubten Hosts",
      company_missing: "„{{text}}“ wird nicht genannt",
      no_question: "Es wird keine Frage gestellt",
      too_many_questions: "Es werden {{count}} Fragen gestellt, gewünscht ist eine",
      phrase: "{{part}}: „{{text}}“ ist zu meiden",
      same_beginning:
        "Andere Entwürfe des Stapels beginnen mit denselben {{words}} Wörtern: {{count}}",
    },
  },
  problems: {
    title: "Der Prompt kann so noch nicht laufen",
    at: "Zeile {{line}}: {{problem}}",
    repair: "{{suggestion}} schreiben",
    codes: {
      unknown_name: "nichts heißt {{name}}",
      operator: "ein Platzhalter nennt nur etwas: „{{name}}“ geht nicht",
      unknown_filter: "den Filter „{{name}}“ gibt es nicht",
      unknown_tag: "den Befehl „{{name}}“ gibt es nicht",
      not_a_placeholder: "„{{text}}“ ist kein Platzhalter",
    },
  },
  refusals: {
    codes: {
      ...evaluations.refusals,
      no_user_address: "Ein Test geht an Ihre eigene Adresse, und wer fragt, hat keine",
      draft_not_written: "Dieser Entwurf wurde nie geschrieben",
      no_test_sender:
        "Es gibt keine Adresse, von der gesendet werden kann: Geben Sie dem Absenderprofil eine „email“",
      test_limit: "Ihre {{max}} Tests dieser Stunde sind verbraucht: Warten Sie ein wenig",
      test_not_taken: "{{reason}}",
      prompt_name_taken:
        "Die Kampagne hat schon einen Prompt dieses Namens: Wählen Sie einen anderen, oder speichern Sie eine Version davon",
      nothing_to_compare:
        "Kein Lead hat Entwürfe aus beiden Stapeln: Erzeugen Sie beide für dieselben Leads und vergleichen Sie, wenn sie fertig sind",
      foreign_campaigns:
        "Diese Kampagnen liegen in einem anderen Teil des Shops: Setzen Sie den Prompt dort",
      test_draft: "Dieser Entwurf wurde für einen Test-Lead geschrieben: Er ist für niemanden",
      no_draft: "Von diesem Lead gibt es keinen Entwurf mehr",
      draft_rejected: "Dieser Entwurf wurde abgelehnt",
      draft_approved: "Das ist eine freigegebene E-Mail: Nehmen Sie zuerst die Freigabe zurück",
      all_drafted:
        "Alle Leads, für die es Entwürfe geben kann, haben schon einen: Wählen Sie anders aus",
      all_approved:
        "Alle Leads, für die es Entwürfe geben kann, haben schon eine freigegebene E-Mail",
      all_withdrawn: "Diese Leads wollen keine E-Mails",
      no_lead:
        "Es gibt keinen Lead dafür: Fügen Sie Leads hinzu oder eine Variante, die für jeden Lead geschrieben wird",
      file_empty: "Die Datei ist leer",
      file_is_no_csv:
        "Das ist keine CSV-Datei. In einer Tabelle: Datei, Speichern unter, „CSV UTF-8 (durch Trennzeichen getrennt)“; in Google Tabellen: Datei, Herunterladen, CSV.",
      header_unreadable:
        "Die erste Zeile lässt sich nicht lesen: Sie ist länger als jede Liste von Spalten, oder ein Anführungszeichen darin wird nie geschlossen",
      column_unknown: "Diese Spalte hat die Datei nicht mehr: Wählen Sie neu",
      columns_unsettled: "Sagen Sie zuerst, welche Spalten gemeint sind",
      no_variant: "Dieser Lead gehört zu einer Variante, die nicht für jeden Lead geschrieben wird",
      other_step: "Dieser Entwurf gehört zu einem anderen Schritt",
      too_many_batches:
        "Es laufen so viele Stapel, wie gleichzeitig laufen dürfen: Warten Sie, bis einer fertig ist, oder brechen Sie einen ab",
      batch_cancelled: "Dieser Stapel wurde abgebrochen: Erzeugen Sie einen neuen",
      batch_capped:
        "Dieser Stapel hat seine Grenze erreicht: Erzeugen Sie für die übrigen Leads einen neuen",
      not_approved: "Aus diesem Entwurf ist keine E-Mail mehr freigegeben",
      not_found: "Das gibt es nicht mehr",
      two_steps:
        "Diese beiden Stapel gehören zu verschiedenen Schritten: Wählen Sie zwei desselben",
      email_taken: "Ein anderer Lead dieser Kampagne hat diese Adresse",
      sender_gone: "Diesen Absender gibt es nicht mehr: Wählen Sie einen anderen",
      transport_gone: "Auf diesem Weg gehen keine E-Mails mehr hinaus: Wählen Sie einen anderen",
      unknown_time_zone: "Diese Zeitzone ist nicht bekannt: Wählen Sie eine andere",
      window_ends_first: "Das Senden muss später enden, als es beginnt",
      send_not_unknown:
        "Was aus dieser E-Mail wurde, steht inzwischen fest: Laden Sie die Seite neu",
      foreign_leads:
        "Diese Kampagnen liegen in einem anderen Teil des Shops, der niemanden zum Anschreiben nennt: Fragen Sie Ihre Entwicklung",
      lead_changed: "Der Lead hat sich seitdem geändert: Lassen Sie den Entwurf neu schreiben",
      sender_changed:
        "Der Absender hat sich seitdem geändert: Lassen Sie den Entwurf neu schreiben",
      step_changed: "Der Schritt hat sich seitdem geändert: Lassen Sie den Entwurf neu schreiben",
      variant_changed:
        "Der Lead gehört jetzt zu einer anderen Variante: Lassen Sie den Entwurf neu schreiben",
    },
  },
  failures: {
    title: "Warum Entwürfe nicht geschrieben wurden",
    open: "Gründe ansehen",
    group: "{{count}} × {{reason}}",
    more: "und {{count}} weitere",
    retry_one: "Diesen wiederholen",
    retry_other: "Diese {{count}} wiederholen",
    remedy: {
      prompt:
        "Ändern Sie den Prompt: Geben Sie einem Platzhalter einen Ersatz oder verlangen Sie weniger.",
      again: "Das geht meist vorüber. Wiederholen Sie es in einem Moment.",
      developer:
        "Das lässt sich hier nicht beheben: Fragen Sie Ihre Entwicklung und wiederholen Sie es dann.",
    },
    codes: {
      missing_variable: "{{variables}} fehlt",
      prompt_too_heavy: "Der Prompt macht für einen Lead zu viel Arbeit",
      prompt_too_long: "Prompt und Daten sind länger, als das Modell annimmt",
      invalid_draft: "Die Antwort war keine E-Mail mit Betreff und Text",
      unusable_answer: "Die Antwort war keine E-Mail mit Betreff und Text",
      malformed_answer: "Die Antwort des Modells war nicht lesbar",
      answer_cut_off: "Die Antwort war länger, als das Modell schreiben darf",
      content_filtered: "Der Filter des Anbieters hat die Antwort zurückgehalten",
      structured_output_refused: "Das Modell kann nicht in der nötigen Form antworten",
      refused_by_model: "Das Modell wollte das nicht schreiben",
      empty_body: "Unter dem Betreff der E-Mail steht kein Text",
      key_refused: "Der API-Schlüssel wurde abgelehnt",
      request_refused: "Der Anbieter hat die Anfrage abgelehnt",
      payment_required: "Der Anbieter verlangt zuerst eine Zahlung",
      model_not_found: "Der Anbieter kennt das Modell nicht",
      rate_limited: "Der Anbieter nimmt im Moment keine weiteren Anfragen an",
      provider_unavailable: "Der Anbieter ist im Moment gestört",
      provider_unreachable: "Der Anbieter war nicht erreichbar",
      provider_error: "Beim Anbieter ist etwas fehlgeschlagen",
      generation_timeout: "Der Entwurf hat zu lange gedauert",
      generator_error: "Der Generator ist fehlgeschlagen",
      generator_missing: "Der Generator dieses Stapels ist nicht mehr eingerichtet",
      worker_lost:
        "Das Programm, das Entwürfe schreibt, ist bei diesem Lead {{times}}-mal abgebrochen",
      batch_tokens_cap: "Der Stapel hat seine Grenze an Tokens erreicht",
      batch_cost_cap: "Der Stapel hat seine Kostengrenze erreicht",
    },
  },
}

export default de
