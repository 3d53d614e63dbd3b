import * as Redacted from "effect/Redacted"
import { invalidConfiguration } from "../options/option.ts"

/**
 * Returns the statement to send, without the line breaks and surrounding blanks of a downloaded or copied JWT
 * (C-DCR-9). Checks only its form: three base64url parts, separated by dots. The content is opaque.
 *
 * @throws AuthError with reason `InvalidConfiguration`, which names what was found
 */
export const readSoftwareStatement = (statement: string | Redacted.Redacted): Redacted.Redacted => {
  const given: unknown = Redacted.isRedacted(statement) ? Redacted.value(statement) : statement
  const unfolded =
    typeof given === "string"
      ? given
          .split(/[\r\n]/)
          .map((line) => line.trim())
          .join("")
      : undefined
  const problem = problemOf(unfolded)
  if (unfolded !== undefined && problem === undefined) return Redacted.make(unfolded)
  throw invalidConfiguration(
    "softwareStatement",
    `the software statement ${problem}`,
    "Pass the JWT that the TVE Dashboard offers for download, and nothing around it"
  )
}

const problemOf = (statement: string | undefined): string | undefined => {
  if (statement === undefined) return "is not a string"
  if (statement === "") return "is empty"
  // A character outside the alphabet of a JWT is not part of a secret, so the message may show it.
  const [stray] = /[^\w.-]/u.exec(statement) ?? []
  if (stray !== undefined) return `has the character ${describeCharacter(stray)}, which no JWT has`
  const parts = statement.split(".")
  if (parts.length !== 3) return `has ${parts.length} parts separated by dots instead of three`
  return parts.includes("") ? "has an empty part between its dots" : undefined
}

const describeCharacter = (character: string): string => {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
  return /[!-~]/.test(character) ? `${character} (U+${codePoint})` : `U+${codePoint}`
}
