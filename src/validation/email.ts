import { z } from "@medusajs/framework/zod"
import { problemWithText } from "./text"

const MAX_EMAIL_LENGTH = 320

const LOCAL = String.raw`[^\s\p{C}@"(),:;<>[\\\].]+(?:\.[^\s\p{C}@"(),:;<>[\\\].]+)*`
const LABEL = String.raw`[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`
const EMAIL = new RegExp(`^(?=.{1,64}@)${LOCAL}@(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`, "u")

/**
 * An e-mail address as a person would take it for one: international letters are fine (RFC 6531),
 * quoted local parts and bare host names are not. White space around it is cut off, and letters with
 * marks are composed, so that one address is not kept twice.
 */
export const email = () =>
  z
    .string()
    .transform((text) => text.trim().normalize("NFC"))
    .superRefine((text, context) => {
      const isEmail = [...text].length <= MAX_EMAIL_LENGTH && EMAIL.test(text)
      const problem = problemWithText(text) ?? (isEmail ? null : "expected an e-mail address")
      if (problem) context.addIssue({ code: "custom", message: problem })
    })
