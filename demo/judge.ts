import path from "node:path"
import { onLeave } from "../scripts/services/exit"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import { FAKE_JUDGE_MODEL, judgeAsAFake } from "../testing/model-server/fake-judge"
import { ModelServer } from "../testing/model-server/model-server"
import { refuseAsTheStrictest } from "../testing/model-server/strict-rules"

/** A judge for the demo: the bundled one, on a fake of a model's server. It costs nothing. */
export async function provideJudge(): Promise<PlaygroundOptions> {
  const server = await ModelServer.start((call) => refuseAsTheStrictest(call) ?? judgeAsAFake(call))
  onLeave(() => server.stop())
  const { baseURL } = server
  const options = { baseURL, model: FAKE_JUDGE_MODEL }
  return {
    judge: { resolve: path.resolve("src/providers/ai-sdk-judge"), options },
    // Invented, so that there is a sum to see.
    prices: { [FAKE_JUDGE_MODEL]: { input: 0.05, output: 0.4 } },
  }
}
