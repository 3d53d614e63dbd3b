import type { OperationContract } from "../api-client/api-client.ts"
import { failureWithCatalogue } from "../failure/catalogue.ts"
import type { Failure } from "../failure/failure.ts"
import { failureOf, httpErrorOf } from "../failure/failure-of.ts"
import type { Narrowed } from "./narrowed.ts"

/** The result of a client's `GET` or `POST`. */
export interface NarrowableResult<Operation> {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
  readonly contract: OperationContract<Operation>
}

/**
 * What a call came to: a documented success by its status, a documented failure, a documented success with a body that
 * is something else, or a status that is not documented.
 *
 * Replaces looking at `error`, which is empty for a failure without a body, and does not say whether the answer is one
 * that the types describe. A call that got no response has no result: it rejected, as `fetch` does.
 *
 * Any 2xx status counts as a documented one (C-DCR-6): `status` is the one whose types apply, `response.status` the one
 * that came.
 *
 * Source: docs/protocol/errors.md, section 6; docs/protocol/dcr.md, section 10.
 *
 * @example
 * const result = narrow(await restV2.GET("/api/v2/{serviceProvider}/profiles", { params }))
 * if (result.kind === "success") return readProfiles(result.data)
 * if (result.failure._tag === "Throttled") return tryLater()
 */
export const narrow = <Operation>(result: NarrowableResult<Operation>): Narrowed<Operation> => {
  const { data, error, response, contract } = result
  const body = data === undefined ? error : data
  const failure = failureOf(response, body)
  // A path that the spec does not have, called without types, has no contract.
  const documented = documentedStatus(response, contract?.statuses ?? [])
  return {
    ...outcomeOf(response, documented !== undefined, body, failure && failureWithCatalogue(failure)),
    status: documented ?? response.status,
    response
    // Boundary: which statuses are documented comes from the same spec as the types.
  } as Narrowed<Operation>
}

/** The documented status that an answer counts as: its own, or for any other 2xx the first documented one (C-DCR-6). */
const documentedStatus = ({ ok, status }: Response, statuses: ReadonlyArray<number>): number | undefined =>
  statuses.find((candidate) => candidate === status) ??
  statuses.find((candidate) => ok && candidate >= 200 && candidate < 300)

const outcomeOf = (response: Response, isDocumented: boolean, body: unknown, failure: Failure | undefined): object => {
  if (!isDocumented) return { kind: "undocumented", body, failure: failure ?? httpErrorOf(response, body) }
  if (failure === undefined) return { kind: "success", data: body }
  // The redirect that a user agent is meant to follow.
  if (response.status >= 300 && response.status < 400) return { kind: "success", data: undefined }
  if (response.ok && failure._tag === "HttpError") return { kind: "malformed", body, failure }
  return { kind: "failure", failure }
}
