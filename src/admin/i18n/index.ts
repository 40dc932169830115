import deEvaluations from "./de/evaluations"
import deMails from "./de/mails"
import deJudge from "./de/judge"
import deJudging from "./de/judging"
import deOutreach from "./de/outreach"
import dePlayground from "./de/playground"
import deSend from "./de/send"
import deSending from "./de/sending"
import deTestSets from "./de/test-sets"
import deVerdict from "./de/verdict"
import enEvaluations from "./en/evaluations"
import enMails from "./en/mails"
import enJudge from "./en/judge"
import enJudging from "./en/judging"
import enOutreach from "./en/outreach"
import enPlayground from "./en/playground"
import enSend from "./en/send"
import enSending from "./en/sending"
import enTestSets from "./en/test-sets"
import enVerdict from "./en/verdict"

/** Languages of the dashboard, each with its texts by area. */
export default {
  en: {
    evaluations: enEvaluations,
    mails: enMails,
    judge: enJudge,
    judging: enJudging,
    outreach: enOutreach,
    playground: enPlayground,
    send: enSend,
    sending: enSending,
    testSets: enTestSets,
    verdict: enVerdict,
  },
  de: {
    evaluations: deEvaluations,
    mails: deMails,
    judge: deJudge,
    judging: deJudging,
    outreach: deOutreach,
    playground: dePlayground,
    send: deSend,
    sending: deSending,
    testSets: deTestSets,
    verdict: deVerdict,
  },
}
