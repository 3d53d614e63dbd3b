import type { ApiClient, WithSuppliedHeaders } from "../api-client/api-client.ts"
import type { ClientOptions } from "../api-client/client-options.ts"
import { createApiClient } from "../api-client/create-api-client.ts"
import { contracts } from "../generated/rest-v2/contracts.ts"
import type { paths } from "../generated/rest-v2/types.ts"

/** A client of the REST API V2. `Supplied` are the headers that its requests need not name. */
export type RestV2Client<Supplied extends string = never> = ApiClient<WithSuppliedHeaders<paths, Supplied>>

/** What `createRestV2Client(pass)` returns: `pass` supplies the headers of the device. For types of parameters. */
export type AuthorizedRestV2Client = RestV2Client<"AP-Device-Identifier" | "X-Device-Info">

/**
 * Creates a client of the REST API V2.
 *
 * Takes an environment, an origin, or a transport such as the auth layer's, which adds the access token and the headers
 * of the device. Without one, pass `Authorization` in `headers`.
 *
 * Source: docs/protocol/rest-api-v2.md.
 *
 * @throws {InvalidOriginError} for an environment or origin that is not one.
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
