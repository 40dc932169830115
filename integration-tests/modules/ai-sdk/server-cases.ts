import { completion, type Reply } from "../../../testing/model-server/model-server"

/** How a failed call must end. */
export interface Ending {
  type: "fatal" | "permanent" | "retryable" | "rate-limited"
  code: string
  /** In ms; only where the provider asks to wait. */
  retryAfterMs?: number
  /** What the message must say. */
  says?: RegExp
}

export interface ServerCase {
  name: string
  reply: Reply
  ending: Ending
}

const openAi = (status: number, message: string, code: string | null = null, type = "error") => ({
  status,
  json: { error: { message, type, param: null, code } },
})

const fatal = (code: string, says?: RegExp): Ending => ({ type: "fatal", code, says })
const permanent = (code: string, says?: RegExp): Ending => ({ type: "permanent", code, says })
const retryable = (code: string, says?: RegExp): Ending => ({ type: "retryable", code, says })
const waits = (retryAfterMs: number): Ending => ({
  type: "rate-limited",
  code: "rate_limited",
  retryAfterMs,
})
const noMoney = fatal("payment_required", /Top up/)
const noKey = fatal("key_refused", /options\.apiKey/)
const noModel = fatal("model_not_found", /options\.model/)
const inTrouble = retryable("provider_unavailable")

/** What no lead of the batch can help: it would fail for all of them. */
const HOPELESS: [name: string, reply: Reply, ending: Ending][] = [
  [
    "OpenAI, wrong key",
    openAi(401, "Incorrect API key provided: sk-abc1****wxyz.", "invalid_api_key"),
    noKey,
  ],
  [
    "OpenAI, no quota",
    openAi(
      429,
      "You exceeded your current quota, please check your plan and billing details.",
      "insufficient_quota",
      "insufficient_quota"
    ),
    noMoney,
  ],
  [
    "OpenAI, hard limit",
    openAi(429, "Billing hard limit has been reached", "billing_hard_limit_reached"),
    noMoney,
  ],
  [
    "OpenAI, hard limit as a 400",
    openAi(400, "Billing hard limit has been reached", "billing_hard_limit_reached"),
    noMoney,
  ],
  [
    "OpenAI, inactive account",
    openAi(
      429,
      "Your account is not active, please check your billing details on our website.",
      "billing_not_active"
    ),
    noMoney,
  ],
  [
    "OpenAI, closed account",
    openAi(401, "The account has been deactivated.", "account_deactivated"),
    noKey,
  ],
  [
    "OpenAI, unknown model",
    openAi(
      404,
      "The model `gpt-9` does not exist or you do not have access to it.",
      "model_not_found"
    ),
    noModel,
  ],
  [
    "OpenAI, a country that is not served",
    openAi(
      403,
      "Country, region, or territory not supported",
      "unsupported_country_region_territory"
    ),
    noKey,
  ],
  [
    "a gateway that keeps no code",
    openAi(429, "You exceeded your current quota, please check your plan and billing details."),
    noMoney,
  ],
  [
    "Azure, wrong key",
    {
      status: 401,
      json: {
        statusCode: 401,
        message: "Access denied due to invalid subscription key or wrong API endpoint.",
      },
    },
    noKey,
  ],
  [
    "Azure, no deployment",
    {
      status: 404,
      json: {
        error: {
          code: "DeploymentNotFound",
          message: "The API deployment for this resource does not exist.",
        },
      },
    },
    noModel,
  ],
  [
    "Anthropic, no credit",
    {
      status: 400,
      json: {
        type: "error",
        error: {
          type: "invalid_request_error",
          message: "Your credit balance is too low to access the Anthropic API.",
        },
      },
    },
    noMoney,
  ],
  [
    "Anthropic, wrong key",
    {
      status: 401,
      json: {
        type: "error",
        error: { type: "authentication_error", message: "invalid x-api-key" },
      },
    },
    noKey,
  ],
  [
    "Anthropic, unknown model",
    {
      status: 404,
      json: { type: "error", error: { type: "not_found_error", message: "model: claude-99" } },
    },
    noModel,
  ],
  [
    "OpenRouter, no credit",
    {
      status: 402,
      json: {
        error: {
          message: "Insufficient credits. Add more using https://openrouter.ai/credits",
          code: 402,
        },
      },
    },
    noMoney,
  ],
  [
    "OpenRouter, the key's own limit",
    { status: 403, json: { error: { message: "Key limit exceeded (total limit).", code: 403 } } },
    { type: "fatal", code: "payment_required" },
  ],
  [
    "OpenRouter, no such model",
    { status: 400, json: { error: { message: "gpt-9 is not a valid model ID", code: 400 } } },
    noModel,
  ],
  [
    "DeepSeek, no balance",
    {
      status: 402,
      json: {
        error: {
          message: "Insufficient Balance",
          type: "unknown_error",
          code: "invalid_request_error",
        },
      },
    },
    noMoney,
  ],
  [
    "Groq, a model that is gone",
    {
      status: 400,
      json: {
        error: {
          message: "The model `llama-1` has been decommissioned and is no longer supported.",
          type: "invalid_request_error",
          code: "model_decommissioned",
        },
      },
    },
    noModel,
  ],
  [
    "Mistral, wrong key",
    { status: 401, json: { message: "Unauthorized", request_id: "r1" } },
    noKey,
  ],
  [
    "Mistral, unknown model",
    {
      status: 400,
      json: {
        object: "error",
        message: "Invalid model: mistral-9",
        type: "invalid_model",
        param: null,
        code: "1500",
      },
    },
    noModel,
  ],
  [
    "Gemini, wrong key",
    {
      status: 400,
      json: [
        {
          error: {
            code: 400,
            message: "API key not valid. Please pass a valid API key.",
            status: "INVALID_ARGUMENT",
          },
        },
      ],
    },
    noKey,
  ],
  [
    "Gemini, unknown model",
    {
      status: 404,
      json: [
        {
          error: {
            code: 404,
            message: "models/gemini-9 is not found for API version v1main",
            status: "NOT_FOUND",
          },
        },
      ],
    },
    noModel,
  ],
  [
    "vLLM, unknown model",
    {
      status: 404,
      json: {
        object: "error",
        message: "The model `qwen` does not exist.",
        type: "NotFoundError",
        param: null,
        code: 404,
      },
    },
    noModel,
  ],
  ["vLLM, wrong key", { status: 401, json: { error: "Unauthorized" } }, noKey],
  [
    "Ollama, a model that was not pulled",
    {
      status: 404,
      json: {
        error: {
          message: 'model "llama" not found, try pulling it first',
          type: "api_error",
          param: null,
          code: null,
        },
      },
    },
    noModel,
  ],
  [
    "Ollama, in its older form",
    { status: 404, json: { error: "model 'llama' not found" } },
    noModel,
  ],
  [
    "LiteLLM, no budget",
    {
      status: 400,
      json: {
        error: {
          message: "ExceededBudget: User has exceeded their budget",
          type: "budget_exceeded",
          code: "400",
        },
      },
    },
    noMoney,
  ],
  [
    "Hugging Face, no credits",
    {
      status: 402,
      json: { error: "You have exceeded your monthly included credits for Inference Providers." },
    },
    noMoney,
  ],
  [
    "Alibaba, in arrears",
    {
      status: 400,
      json: {
        error: {
          message: "Access denied, please make sure your account is in good standing.",
          type: "Arrearage",
          code: "Arrearage",
        },
      },
    },
    noMoney,
  ],
  [
    "Cloudflare, no authentication",
    {
      status: 403,
      json: { success: false, errors: [{ code: 10000, message: "Authentication error" }] },
    },
    noKey,
  ],
  [
    "a page that is not there",
    { status: 404, text: "<html>Not Found</html>", headers: { "content-type": "text/html" } },
    noModel,
  ],
  [
    "an address that takes no POST",
    { status: 405, json: { detail: "Method Not Allowed" } },
    noModel,
  ],
  [
    "no credit inside a 200",
    { json: { error: { message: "Insufficient credits", code: 402 } } },
    noMoney,
  ],
  [
    "a wrong key inside a 200",
    { json: { error: { message: "Invalid API key", code: "invalid_api_key" } } },
    noKey,
  ],
  [
    "MiniMax, no balance inside a 200",
    {
      json: { base_resp: { status_code: 1008, status_msg: "insufficient balance" }, choices: null },
    },
    noMoney,
  ],
  [
    "an unknown model inside a 200",
    { json: { object: "error", message: "The model `x` does not exist.", code: 404 } },
    noModel,
  ],
  [
    "a temperature that the model does not take",
    openAi(
      400,
      "Unsupported value: 'temperature' does not support 0.3 with this model. Only the default (1) value is supported.",
      "unsupported_value"
    ),
    fatal("request_refused", /options\.temperature/),
  ],
  [
    "more tokens than the model writes",
    openAi(
      400,
      "max_tokens is too large: 90000. This model supports at most 16384 completion tokens."
    ),
    fatal("request_refused", /options\.maxOutputTokens/),
  ],
  [
    "vLLM, more tokens than there is room for",
    {
      status: 400,
      json: {
        object: "error",
        message:
          "'max_tokens' or 'max_completion_tokens' is too large: 9000. This model's maximum context length is 8192 tokens and your request has 50 input tokens.",
        type: "BadRequestError",
        code: 400,
      },
    },
    fatal("request_refused", /options\.maxOutputTokens/),
  ],
]

const OF_ONE_LEAD: [name: string, reply: Reply, ending: Ending][] = [
  [
    "OpenAI, a long prompt",
    openAi(
      400,
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
      "context_length_exceeded"
    ),
    permanent("prompt_too_long", /Shorten/),
  ],
  [
    "Anthropic, a long prompt",
    {
      status: 400,
      json: {
        type: "error",
        error: {
          type: "invalid_request_error",
          message: "prompt is too long: 210000 tokens > 200000 maximum",
        },
      },
    },
    permanent("prompt_too_long"),
  ],
  [
    "Groq, a request beyond the minute",
    {
      status: 413,
      json: {
        error: {
          message:
            "Request too large for model on tokens per minute (TPM): Limit 6000, Requested 7000",
          type: "tokens",
          code: "rate_limit_exceeded",
        },
      },
    },
    permanent("prompt_too_long"),
  ],
  [
    "Azure, its filter",
    {
      status: 400,
      json: {
        error: {
          message:
            "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
          code: "content_filter",
          status: 400,
        },
      },
    },
    permanent("content_filtered"),
  ],
  [
    "OpenRouter, its moderation",
    {
      status: 403,
      json: {
        error: {
          code: 403,
          message: "Your input was flagged",
          metadata: { reasons: ["harassment"], provider_name: "OpenAI" },
        },
      },
    },
    permanent("content_filtered"),
  ],
  [
    "Alibaba, its inspection",
    {
      status: 400,
      json: {
        error: {
          code: "data_inspection_failed",
          message: "Input data may contain inappropriate content.",
        },
      },
    },
    permanent("content_filtered"),
  ],
  [
    "a request that is wrong somehow",
    openAi(400, "We could not parse the JSON body of your request."),
    permanent("request_refused"),
  ],
  [
    "an error of that kind inside a 200",
    { json: { error: { message: "context_length_exceeded", code: 400 } } },
    permanent("prompt_too_long"),
  ],
]

const OF_THE_MOMENT: [name: string, reply: Reply, ending: Ending][] = [
  ["500", openAi(500, "The server had an error while processing your request."), inTrouble],
  ["502 of a gateway", { status: 502, text: "<html>Bad Gateway</html>" }, inTrouble],
  ["503 that is empty", { status: 503, text: "" }, inTrouble],
  [
    "Anthropic, overloaded",
    {
      status: 529,
      json: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
    },
    inTrouble,
  ],
  ["Cloudflare, no origin", { status: 522, text: "error code: 522" }, inTrouble],
  [
    "Groq, no capacity",
    {
      status: 498,
      json: { error: { message: "Flex tier capacity exceeded", code: "capacity_exceeded" } },
    },
    inTrouble,
  ],
  ["408", { status: 408, json: { error: { message: "timed out" } } }, inTrouble],
  [
    "an outage inside a 200",
    { json: { error: { message: "Provider returned error", code: 502 } } },
    inTrouble,
  ],
  [
    "an outage as a word inside a 200",
    { json: { type: "error", error: { type: "overloaded_error", message: "Overloaded" } } },
    inTrouble,
  ],
  ["an error without a code inside a 200", { json: { error: "something went wrong" } }, inTrouble],
  [
    "an error in the choice",
    {
      json: {
        choices: [
          {
            error: { code: 503, message: "no upstream" },
            message: { content: "" },
            finish_reason: "error",
          },
        ],
      },
    },
    inTrouble,
  ],
  ["an answer that the provider broke off", completion({ content: '{"subj' }, "error"), inTrouble],
  [
    "DeepSeek, out of resources",
    completion({ content: "" }, "insufficient_system_resource"),
    inTrouble,
  ],
  [
    "Groq, a model that missed the form",
    {
      status: 400,
      json: {
        error: {
          message:
            "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
          type: "invalid_request_error",
          code: "json_validate_failed",
          failed_generation: "{",
        },
      },
    },
    retryable("unusable_answer"),
  ],
  ["no choices", { json: { choices: [] } }, retryable("malformed_answer", /without an answer/)],
  ["an empty object", { json: {} }, retryable("malformed_answer", /without an answer/)],
  [
    "a choice without a message",
    { json: { choices: [{ index: 0, finish_reason: "stop" }] } },
    retryable("malformed_answer"),
  ],
  [
    "a login page",
    { text: "<!doctype html><title>Sign in</title>", headers: { "content-type": "text/html" } },
    retryable("malformed_answer", /options\.baseURL/),
  ],
  ["an empty body", { text: "" }, retryable("malformed_answer")],
  [
    "a connection that is cut in mid-body",
    { ...completion({ content: "x".repeat(500) }), cutAfterBytes: 40 },
    retryable("provider_unreachable", /cut/),
  ],
  [
    "a connection that is cut right after the head",
    { ...completion({ content: "x" }), cutAfterBytes: 1 },
    retryable("provider_unreachable", /cut/),
  ],
  [
    "half an answer of unknown length",
    { text: '{"choices":[{"message":{"content":"Hel', isUnending: true },
    retryable("provider_unreachable", /cut/),
  ],
]

const WAITS: [name: string, reply: Reply, ending: Ending][] = [
  [
    "a header in seconds",
    { ...openAi(429, "slow down"), headers: { "retry-after": "7" } },
    waits(7_000),
  ],
  [
    "a day",
    { ...openAi(429, "slow down"), headers: { "retry-after": "86400" } },
    waits(86_400_000),
  ],
  [
    "a header in ms",
    { ...openAi(429, "slow down"), headers: { "retry-after-ms": "250" } },
    waits(250),
  ],
  ["no header", openAi(429, "Too many requests"), waits(1_000)],
  [
    "OpenAI, in words",
    openAi(
      429,
      "Rate limit reached for gpt-5 on requests per min (RPM): Limit 3. Please try again in 20s. Visit https://platform.openai.com/account/billing to add a payment method.",
      "rate_limit_exceeded"
    ),
    waits(20_000),
  ],
  [
    "Groq, in words",
    openAi(
      429,
      "Rate limit reached on tokens per minute (TPM). Please try again in 1m12.5s.",
      "rate_limit_exceeded"
    ),
    waits(72_500),
  ],
  [
    "Gemini, in its details",
    {
      status: 429,
      json: [
        {
          error: {
            code: 429,
            message: "You exceeded your current quota, please check your plan and billing details.",
            status: "RESOURCE_EXHAUSTED",
            details: [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "39s" }],
          },
        },
      ],
    },
    waits(39_000),
  ],
  ["Mistral", { status: 429, json: { message: "Requests rate limit exceeded" } }, waits(1_000)],
  [
    "Anthropic",
    {
      status: 429,
      json: {
        type: "error",
        error: { type: "rate_limit_error", message: "This request would exceed your rate limit" },
      },
      headers: { "retry-after": "3" },
    },
    waits(3_000),
  ],
  [
    "inside a 200",
    { json: { error: { message: "Rate limit exceeded", code: 429 } } },
    waits(1_000),
  ],
  [
    "inside a 200, with a header",
    {
      json: { error: { message: "Rate limit exceeded", code: 429 } },
      headers: { "retry-after": "4" },
    },
    waits(4_000),
  ],
  [
    "inside a 200, as a word",
    { json: { error: { message: "slow", code: "rate_limit_exceeded" } } },
    waits(1_000),
  ],
  [
    "inside a 200, as Gemini's word",
    { json: { error: { status: "RESOURCE_EXHAUSTED", message: "Quota" } } },
    waits(1_000),
  ],
  [
    "inside a 200, in the choice",
    { json: { choices: [{ error: { code: 429, message: "limit" }, message: { content: null } }] } },
    waits(1_000),
  ],
]

const toCase = ([name, reply, ending]: [string, Reply, Ending]): ServerCase => ({
  name,
  reply,
  ending,
})

export const SERVER_CASES: Record<string, ServerCase[]> = {
  "stops the batch": HOPELESS.map(toCase),
  "ends this draft": OF_ONE_LEAD.map(toCase),
  "lets the draft be tried again": OF_THE_MOMENT.map(toCase),
  "lets the draft wait": WAITS.map(toCase),
}
