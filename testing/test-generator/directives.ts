/**
 * What a prompt tells the test generator to do, so that a test steers it in any process. The prompt
 * may take it from the lead: `[delay:{{ lead.delay | default: 0 }}]`.
 *
 * - `[delay:500]` answers after 500 ms
 * - `[hang]` never answers; stops when the signal fires
 * - `[stubborn:500]` answers after 500 ms, whatever the signal says
 * - `[fail:retryable]`, `[fail:permanent]`, `[fail:fatal]`, `[fail:unknown]` throws such an error
 * - `[fail:retryable:2]` throws it the first two times in this process, for each lead and prompt
 * - `[wait:200]` throws a rate limit of 200 ms; `[wait:200:1]` the first time only
 */
export interface Directive {
  verb: "delay" | "hang" | "stubborn" | "fail" | "wait"
  argument: string
  /** How often it applies. */
  times: number
}

const DIRECTIVE = /\[(delay|hang|stubborn|fail|wait)(?::([\w-]+))?(?::(\d+))?\]/g

/** In the order in which they are to be followed. */
export function parseDirectives(prompt: string): Directive[] {
  return [...prompt.matchAll(DIRECTIVE)].map(([, verb, argument = "", times]) => ({
    verb: verb as Directive["verb"], // the pattern knows no other
    argument,
    times: times === undefined ? Infinity : Number(times),
  }))
}
