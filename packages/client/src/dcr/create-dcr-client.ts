import type { ApiClient, WithSuppliedHeaders } from "../api-client/api-client.ts"
import type { ClientOptions } from "../api-client/client-options.ts"
import { createApiClient } from "../api-client/create-api-client.ts"
import { contracts } from "../generated/dcr/contracts.ts"
import type { paths } from "../generated/dcr/types.ts"

/** A client of Dynamic Client Registration. */
export type DcrClient<Supplied extends string = never> = ApiClient<WithSuppliedHeaders<paths, Supplied>>

/**
 * Creates a client of Dynamic Client Registration: software statement -> client credentials -> access token.
 *
 * Each call sends one request. A new registration loses every profile of the viewer, so store the credentials before
 * you use them, or use `@tve-pass/auth`, which does that.
 *
 * Source: docs/protocol/dcr.md, sections 4 and 5.
 *
 * @throws {InvalidOriginError} for an unknown environment or an invalid origin
 * @example
 * ```ts
 * const dcr = createDcrClient({ environment: "release-staging" })
 * const registered = narrow(await dcr.POST("/o/client/register", { body: { software_statement: softwareStatement } }))
 * if (registered.kind === "success") {
 *   const { client_id, client_secret } = registered.data
 * }
 * ```
 */
export const createDcrClient = <Supplied extends string = never, Headers extends string = never>(
  options: ClientOptions<Supplied, Headers>
): DcrClient<NoInfer<Supplied | Headers>> => createApiClient(contracts, options, { cache: "no-store" })
