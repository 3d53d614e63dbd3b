import type { ApiClient, WithSuppliedHeaders } from "../api-client/api-client.ts"
import type { ClientOptions } from "../api-client/client-options.ts"
import { createApiClient } from "../api-client/create-api-client.ts"
import { contracts } from "../generated/rest-v2/contracts.ts"
import type { paths } from "../generated/rest-v2/types.ts"

/** A client of the REST API V2. Its requests need not contain the `Supplied` headers. */
export type RestV2Client<Supplied extends string = never> = ApiClient<WithSuppliedHeaders<paths, Supplied>>

/** The type of `createRestV2Client(pass)`, whose requests need no headers of the device. */
export type AuthorizedRestV2Client = RestV2Client<"AP-Device-Identifier" | "X-Device-Info">

/**
 * Creates a client of the REST API V2.
 *
 * Accepts an environment, an origin, or a transport such as `pass` of `@tve-pass/auth`, which adds the access token and
 * the headers of the device. Without a transport, pass `Authorization` in `headers`.
 *
 * Source: docs/protocol/rest-api-v2.md.
 *
 * @throws {InvalidOriginError} for an unknown environment or an invalid origin
 * @example
 * ```ts
 * const restV2 = createRestV2Client({ environment: "release-staging", headers: { Authorization: `Bearer ${token}` } })
 * const configuration = narrow(
 *   await restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } } })
 * )
 * if (configuration.kind === "success") console.log(configuration.data.requestor.mvpds)
 * ```
 */
export const createRestV2Client = <Supplied extends string = never, Headers extends string = never>(
  options: ClientOptions<Supplied, Headers>
): RestV2Client<NoInfer<Supplied | Headers>> => createApiClient(contracts, options)
