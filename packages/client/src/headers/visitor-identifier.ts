import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Visitor-Identifier"

// Visible ASCII without quotes: nothing in it can end the header (CR, LF) or start another value.
const bare = /^[!#-~]+$/

/**
 * Returns `AP-Visitor-Identifier`: the Experience Cloud ID, bare and unquoted (C-H-10). Links entitlement data with Adobe
 * Experience Cloud reports.
 *
 * Source: docs/protocol/headers.md, section 10.
 *
 * @throws {InvalidHeaderError} when it is empty, quoted, or not visible ASCII.
 * @example
 * ```ts
 * visitorIdentifierHeader("79076307480437522201024374268391430129")
 * // => { "AP-Visitor-Identifier": "79076307480437522201024374268391430129" }
 * ```
 */
export const visitorIdentifierHeader = (experienceCloudId: string): { readonly [name]: string } => {
  if (typeof experienceCloudId === "string" && bare.test(experienceCloudId)) return { [name]: experienceCloudId }
  throw new InvalidHeaderError(name, "is empty, quoted or not visible ASCII", "Pass the bare Experience Cloud ID")
}
