import { visitorIdentifierHeader } from "@tve-pass/client"
import * as Effect from "effect/Effect"
import type { ResolvedOptions } from "../options/resolve-options.ts"
import type { HeaderParts, Headers, HeadersOf } from "./header-source.ts"

/**
 * Creates the function that builds the headers of single sign-on and of the visitor that an operation documents.
 *
 * Source: docs/protocol/rest-api-v2.md, section 3.
 */
export const makeHeaders = (
  { singleSignOn, partnerFramework, visitorIdentifier }: ResolvedOptions,
  parts: HeaderParts
): HeadersOf => {
  const sources = [singleSignOn, partnerFramework].flatMap((source) => source?.makeHeaders(parts) ?? [])
  const visitor = (): Headers => {
    try {
      const identifier = visitorIdentifier?.()
      return identifier === undefined ? {} : visitorIdentifierHeader(identifier)
    } catch {
      // A failure of the optional visitor header must not break the call.
      return {}
    }
  }
  return (operation) =>
    operation === "retrieveConfiguration"
      ? Effect.succeed({})
      : Effect.gen(function* () {
          let headers = visitor()
          for (const headersOf of sources) headers = { ...headers, ...(yield* headersOf(operation)) }
          return headers
        })
}
