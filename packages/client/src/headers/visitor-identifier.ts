import { InvalidHeaderError } from "./invalid-header-error.ts"

const name = "AP-Visitor-Identifier"

// Visible ASCII without quotes and commas, so that the value cannot end the header or start another value.
const bare = /^[!#-~]+$/

/**
 * Returns the header `AP-Visitor-Identifier`, the Experience Cloud ID without quotes (C-H-10). It connects entitlement
 * data with Adobe Experience Cloud reports.
 *
 * Source: docs/protocol/headers.md, section 10.
 *
 * @throws {InvalidHeaderError} if it is empty, quoted, or not visible ASCII
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
