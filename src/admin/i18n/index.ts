import de from "./de/playground"
import en from "./en/playground"

/** Languages of the dashboard, each with its texts by area. */
export default { en: { playground: en }, de: { playground: de } }
