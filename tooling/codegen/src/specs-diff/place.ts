import type { Change } from "./change.ts"

/**
 * Turns the pointer of a change into what people call the place. Composition and content types say nothing about it
 * and are left out.
 *
 * @example
 * placeOf("#/paths/~1books/get/responses/200/content/application~1json/schema/properties/authors/items/properties/name")
 * // => { subject: "GET /books", place: "200 authors[].name" }
 */
export const placeOf = (pointer: string): Pick<Change, "subject" | "place"> => {
  const [first = "", second, third, ...rest] = pointer
    .slice(2)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
  if (first !== "paths" || second === undefined) {
    return { subject: first, place: wayOf([second, third, ...rest].filter((segment) => segment !== undefined)) }
  }
  return { subject: third === undefined ? second : `${third.toUpperCase()} ${second}`, place: wayOf(rest) }
}

/** Some segments come in pairs (`responses`, `200`) and are read together. */
const wayOf = (segments: ReadonlyArray<string>): string => {
  const words: Array<string> = []
  let attribute = ""
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] ?? ""
    const next = segments[index + 1] ?? ""
    if (segment === "responses") words.push(segments[++index] ?? "responses")
    else if (segment === "requestBody") words.push("request body")
    else if (segment === "schemas") words.push(segments[++index] ?? "schemas")
    else if (segment === "content" || segment === "allOf" || segment === "oneOf" || segment === "anyOf") index++
    else if (segment === "discriminator" && next === "mapping") {
      attribute += `(${segments[index + 2] ?? ""})`
      index += 2
    } else if (segment === "properties") attribute += `.${segments[++index] ?? ""}`
    else if (segment === "items") attribute += "[]"
    else if (segment === "additionalProperties") attribute += ".*"
    else if (segment !== "schema") words.push(segment)
  }
  return [...words, attribute.replace(/^\./, "")].filter(Boolean).join(" ")
}
