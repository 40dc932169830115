/** Codes of judging by a model, in words. */
export default {
  codes: {
    judge_error: "Der Gutachter hat versagt",
    invalid_judgement: "Die Antwort war kein Gutachten mit Note und Gründen",
    generation_timeout: "Der Gutachter brauchte zu lange",
    worker_lost: "Das Programm, das den Gutachter fragt, brach bei diesem Entwurf {{times}} Mal ab",
    no_judge: "In diesem Shop ist kein Gutachter eingerichtet: Fragen Sie Ihre Entwicklung",
    judge_cannot_compare:
      "Der Gutachter dieses Shops beurteilt Entwürfe einzeln und vergleicht keine: Fragen Sie Ihre Entwicklung",
  },
}
