const { default: Sequencer } = require("@jest/test-sequencer")

/** What takes longest: it starts first, or the others are done and wait for it. */
const LONGEST = [
  "security/strangers",
  "http/review/review",
  "http/playground/playground",
  "http/outreach/outreach",
  "faults/",
  "security/",
  "http/",
]

/** @param {{ path: string }} test */
const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((part) => path.includes(`/integration-tests/${part}`))
  return place < 0 ? LONGEST.length : place
}

/** On a fresh machine jest has no durations to sort by, and goes by the size of the files. */
module.exports = class LongestFirst extends Sequencer {
  /** @param {import("@jest/test-result").Test[]} tests */
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other))
  }
}
