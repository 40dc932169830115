import deOutreach from "./de/outreach"
import dePlayground from "./de/playground"
import deSend from "./de/send"
import enOutreach from "./en/outreach"
import enPlayground from "./en/playground"
import enSend from "./en/send"

/** Languages of the dashboard, each with its texts by area. */
export default {
  en: { outreach: enOutreach, playground: enPlayground, send: enSend },
  de: { outreach: deOutreach, playground: dePlayground, send: deSend },
}
