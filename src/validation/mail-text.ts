import { textBetween } from "./text"

/** Of an e-mail, kept to the byte. A line break would let it add headers of its own to the mail. */
export const mailSubject = () =>
  textBetween(1, 998).refine((text) => !/[\r\n]/.test(text), "expected one line")

/** Of an e-mail, kept to the byte. */
export const mailBody = () => textBetween(1, 50_000)
