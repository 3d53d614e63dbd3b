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
  const unfolded =
    typeof text === "string"
      ? text
          .split(/[\r\n]/)
          .map((line) => line.trim())
          .join("")
      : ""
  if (/^[^.\s]+\.[^.\s]+\.[^.\s]+$/.test(unfolded)) return Redacted.make(unfolded)
  throw invalidConfiguration(
    "softwareStatement",
    "the software statement is empty, has blanks, or is not three parts separated by dots",
    "Pass the JWT that the TVE Dashboard offers for download"
  )
}
