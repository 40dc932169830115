/** Codes of judging by a model, in words. */
export default {
  codes: {
    judge_error: "The judge failed",
    invalid_judgement: "The answer was no judgement with a score and reasons",
    generation_timeout: "The judge took too long",
    worker_lost: "The program that asks the judge broke off {{times}} times at this draft",
    no_judge: "No judge is set up in this shop: ask your developer",
    judge_cannot_compare:
      "The judge of this shop judges drafts one by one and compares none: ask your developer",
  },
}
