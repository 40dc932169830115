import deOutreach from "./de/outreach"
import dePlayground from "./de/playground"
import enOutreach from "./en/outreach"
import enPlayground from "./en/playground"

/** Languages of the dashboard, each with its texts by area. */
export default {
  en: { outreach: enOutreach, playground: enPlayground },
  de: { outreach: deOutreach, playground: dePlayground },
}
