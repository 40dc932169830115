import { setTimeout as wait } from "node:timers/promises"
import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftRequest,
} from "../../src/ports"
import { parseDirectives, type Directive } from "./directives"

/**
 * Drafts what it is told, slow or failing as the prompt asks: see `Directive`. The draft's body is
 * the prompt itself.
 */
export class TestGenerator implements DraftGenerator {
  static identifier = "test"

  readonly isPromptTheDraft = true
  readonly defaultPrompt = "The test generator's own prompt for {{ lead.email }}"
  readonly model = "test-model"
  private readonly followed_ = new Map<string, number>()

  async generate(request: DraftRequest, { signal }: { signal: AbortSignal }): Promise<Draft> {
    signal.throwIfAborted()
    const { prompt, lead } = request
    for (const directive of parseDirectives(prompt)) {
      const key = JSON.stringify([lead.id, prompt, directive])
      const times = this.followed_.get(key) ?? 0
      this.followed_.set(key, times + 1)
      if (times < directive.times) await follow(directive, signal)
    }
    return {
      subject: `For ${lead.email}`,
      body: prompt,
      model: this.model,
      usage: { input_tokens: 10, output_tokens: 5 },
      finish_reason: "stop",
    }
  }
}

async function follow({ verb, argument }: Directive, signal: AbortSignal): Promise<void> {
  switch (verb) {
    case "delay":
      return untilAborted(signal, Number(argument))
    case "hang":
      return untilAborted(signal, 2 ** 31 - 1)
    case "stubborn":
      return wait(Number(argument))
    case "wait":
      throw new RateLimitedGeneratorError("The test provider asks to wait.", {
        code: "test_wait",
        retryAfterMs: Number(argument),
      })
    case "fail":
      throw failure(argument)
  }
}

async function untilAborted(signal: AbortSignal, ms: number): Promise<void> {
  await wait(ms, undefined, { signal }).catch((error: unknown) => {
    // Node wraps the reason; the port asks for the reason itself.
    signal.throwIfAborted()
    throw error
  })
}

function failure(kind: string): Error {
  if (kind === "permanent") {
    return new PermanentGeneratorError("The test provider refuses.", { code: "test_permanent" })
  }
  if (kind === "fatal") {
    return new FatalGeneratorError("The test provider is closed.", {
      code: "test_fatal",
      params: { opens: "at nine" },
    })
  }
  if (kind === "retryable") {
    return new RetryableGeneratorError("The test provider is ill.", { code: "test_retryable" })
  }
  return new Error("an error that the port does not know, with a secret sk_test in it")
}
