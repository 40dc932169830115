import type { Thresholds } from "./evaluation-types"

interface PipelineInput {
  /** Of the campaign, without a slash at its end. */
  url: string
  testSetId: string
  promptId: string
  stepIndex: number
  thresholds: Thresholds
}

/** Between single quotes nothing has a meaning to a shell but the quote itself. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * The script of `docs/verdict.md` with its variables filled in. Exits with 0 when the prompt's current
 * version passes, 1 when it fails, 2 when there is no answer in time.
 */
export const pipelineScript = (input: PipelineInput): string => `#!/bin/sh
set -eu
: "\${PLAYGROUND_KEY:?a secret API key of the shop}"
PLAYGROUND_URL=${quoted(input.url)}

call() {
  curl --silent --show-error --fail-with-body --max-time 30 \\
    --header "Authorization: Bearer $PLAYGROUND_KEY" --header "Content-Type: application/json" "$@"
}
text_of() { sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }

evaluations="$PLAYGROUND_URL/playground/evaluations"
deadline=$(($(date +%s) + \${DEADLINE_SECONDS:-600}))

started=$(call --data ${quoted(
  JSON.stringify({
    test_set_id: input.testSetId,
    prompt_id: input.promptId,
    step_index: input.stepIndex,
    thresholds: input.thresholds,
  })
)} "$evaluations") || { echo "not started: $started" >&2; exit 1; }
id=$(echo "$started" | text_of id)

while :; do
  # A poll that fails is repeated until the deadline.
  answer=$(call "$evaluations/$id") || answer=""
  case $(echo "$answer" | text_of status) in
    passed) echo "$answer"; exit 0 ;;
    failed) echo "$answer"; exit 1 ;;
  esac
  [ "$(date +%s)" -lt "$deadline" ] || { echo "evaluation $id: no result in time" >&2; exit 2; }
  sleep "\${POLL_SECONDS:-5}"
done
`
