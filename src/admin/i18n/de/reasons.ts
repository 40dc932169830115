import type en from "../en/reasons"
import type { Texts } from "../texts"

/** Was der Server als Code mit Angaben meldet, in Worten. */
const de: Texts<typeof en> = {
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
      invalid_draft: "Die Antwort war keine E-Mail mit Betreff und Text",
      unusable_answer: "Die Antwort war keine E-Mail mit Betreff und Text",
      malformed_answer: "Die Antwort des Modells war nicht lesbar",
      answer_cut_off: "Die Antwort war länger, als das Modell schreiben darf",
      content_filtered: "Der Filter des Anbieters hat die Antwort zurückgehalten",
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
      batch_tokens_cap: "Der Stapel hat seine Grenze an Tokens erreicht",
      batch_cost_cap: "Der Stapel hat seine Kostengrenze erreicht",
    },
  },
}

export default de
