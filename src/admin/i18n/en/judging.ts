/** Codes of judging by a model, in words. */
export default {
  codes: {
    judge_error: "The judge failed",
    invalid_judgement: "The answer was no judgement with a score and reasons",
    no_judge: "No judge is set up in this shop: ask your developer",
  },
}
