import * as Redacted from "effect/Redacted"
import { invalidConfiguration } from "./invalid-configuration.ts"

/**
 * The statement as it is sent: without the line folds and the blanks around them that a downloaded or copied JWT has
 * (C-DCR-9). What is inside is opaque; only its form is checked: three parts, separated by dots, without blanks.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 */
export const readSoftwareStatement = (statement: string | Redacted.Redacted): Redacted.Redacted => {
  const text = Redacted.isRedacted(statement) ? Redacted.value(statement) : statement
  const unfolded = typeof text === "string" ? text.replace(/\s*[\r\n]\s*/g, "").trim() : ""
  if (unfolded === "") throw invalid("is empty")
  if (/\s/.test(unfolded)) throw invalid("contains blanks")
  if (!/^[^.]+\.[^.]+\.[^.]+$/.test(unfolded)) throw invalid("is not three parts separated by dots")
  return Redacted.make(unfolded)
}

const invalid = (problem: string) =>
  invalidConfiguration(
    "softwareStatement",
    `the software statement ${problem}`,
    "Pass the JWT that the TVE Dashboard offers for download"
  )
