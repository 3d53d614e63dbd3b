import * as Context from "effect/Context"
import { readApplication, type ApplicationOptions } from "../application/index.ts"
import { assemble } from "../assembly/assemble.ts"
import { makeAuthContext, type ConnectionOptions } from "../context/index.ts"
import type { AdobePass } from "./adobe-pass.ts"
import { instanceMembers, openConnection } from "./connection.ts"

/** Options of {@link createAdobePass}: environment, registered application, device and connection. */
export type AdobePassOptions = ApplicationOptions & ConnectionOptions

/**
 * Connects an application on one device to Adobe Pass. Sends nothing by itself: the first call registers, retrieves a
 * token and stores both.
 *
 * Source: docs/protocol/dcr.md, section 9.
 *
 * @throws AuthError with reason `InvalidConfiguration`
 * @example
 * ```ts
 * const pass = createAdobePass({
 *   environment: "release-production",
 *   softwareStatement: "header.payload.signature",
 *   device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
 *   storage: localStorage
 * })
 * const response = await pass.fetch("/api/v2/REF30/configuration")
 * ```
 */
export const createAdobePass = (options: AdobePassOptions): AdobePass => connectAdobePass(options, Context.empty())

/** Does the same as {@link createAdobePass} in an Effect context, for example one with a virtual clock. */
export const connectAdobePass = (options: AdobePassOptions, context: Context.Context<never>): AdobePass => {
  const application = readApplication(options)
  const connection = openConnection(options, context)
  const { on, dispose, records, guard } = connection
  const { tokens, transport } = assemble(makeAuthContext(connection, application, records))
  return { ...instanceMembers(tokens, transport, context, guard), on, dispose, [Symbol.asyncDispose]: dispose }
}
