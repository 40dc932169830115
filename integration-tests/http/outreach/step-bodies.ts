/** Steps and variants as a request may give them: as short as can be, and `more`. */
export const template = { subject: "Hi", body: "There" }
export const variant = (label: string, more: object = {}) => ({
  label,
  type: "PERSONALIZATION",
  ...more,
})
export const step = (step_index: number, more: object = {}) => ({
  step_index,
  variants: [variant("A")],
  ...more,
})
