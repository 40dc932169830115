import { hostSuite } from "../../../testing/host-suite"
import { SENDING_HOST } from "./client"
import { testSending } from "./test-sending"
import { testSuppressions } from "./test-suppressions"
import { testTransports } from "./test-transports"

hostSuite("sending over HTTP", SENDING_HOST, (host) => {
  testSending(host)
  testTransports(host)
  // Last: it uses up what a minute allows to links that are not good.
  testSuppressions(host)
})
