import type { DraftGenerator } from "../../src/ports"
import { TestGenerator } from "../../testing/test-generator/service"
import { runDraftGeneratorConformance } from "./draft-generator"

/** The test generator as if its provider never answered. */
class HangingGenerator extends TestGenerator {
  override generate(...[request, context]: Parameters<DraftGenerator["generate"]>) {
    return super.generate({ ...request, prompt: "[hang]" }, context)
  }
}

/** The test generator as if its provider knew its account no more. */
class RefusedGenerator extends TestGenerator {
  override generate(...[request, context]: Parameters<DraftGenerator["generate"]>) {
    return super.generate({ ...request, prompt: "[fail:fatal]" }, context)
  }
}

// What other tests rely on keeps the port's promises itself.
runDraftGeneratorConformance(
  "test-generator",
  () => new TestGenerator(),
  () => new HangingGenerator(),
  () => new RefusedGenerator()
)
