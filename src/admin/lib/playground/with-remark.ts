/** Longest prompt, in characters. */
const MAX_PROMPT = 32_000

/** The remark comes last, where a model heeds it most. What looks like a placeholder in it is none. */
export const withRemark = (prompt: string, remark: string): string => {
  const end = `\n\n${remark.replace(/\{(?=[{%])/g, "{ ")}`
  return prompt.slice(0, MAX_PROMPT - end.length) + end
}
