import deEvaluations from "./de/evaluations"
import deOutreach from "./de/outreach"
import dePlayground from "./de/playground"
import deSend from "./de/send"
import deVerdict from "./de/verdict"
import enEvaluations from "./en/evaluations"
import enOutreach from "./en/outreach"
import enPlayground from "./en/playground"
import enSend from "./en/send"
import enVerdict from "./en/verdict"

/** Languages of the dashboard, each with its texts by area. */
export default {
  en: {
    evaluations: enEvaluations,
    outreach: enOutreach,
    playground: enPlayground,
    send: enSend,
    verdict: enVerdict,
  },
  de: {
    evaluations: deEvaluations,
    outreach: deOutreach,
    playground: dePlayground,
    send: deSend,
    verdict: deVerdict,
  },
}
