/** Codes of judging by a model, in words. */
export default {
  codes: {
    judge_error: "Die Bewertung ist fehlgeschlagen",
    invalid_judgement: "Die Antwort war keine Bewertung mit Note und Gründen",
    no_judge:
      "In diesem Shop ist keine Bewertung durch ein Modell eingerichtet: Bitte den Entwickler darum",
  },
}
