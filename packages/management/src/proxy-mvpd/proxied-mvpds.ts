import * as Effect from "effect/Effect"
import {
  invalidRequest,
  ManagementError,
  readBody,
  send,
  type ManagementRequest,
  type ManagementTransport
} from "../request/index.ts"
import { fingerprintOf } from "./changes.ts"
import { readProxiedMvpds, writeProxiedMvpds } from "./document.ts"
import { checkProxiedMvpds, type ProxiedMvpd } from "./proxied-mvpd.ts"

const longestDocument = 16 * 1024 * 1024

/**
 * Retrieves the proxied MVPDs of a proxy MVPD.
 *
 * Fails with `Refused` (401: token or address; 403: not configured as a proxy), `MalformedResponse` or `Unreachable`.
 *
 * Source: docs/protocol/management/proxy-mvpd.md, section "Operations".
 *
 * @example
 * ```ts
 * const list = await Effect.runPromise(retrieveProxiedMvpds(access, "ProxyMVPD_Adobe"))
 * ```
 */
export const retrieveProxiedMvpds = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  proxyMvpd: string
) {
  const path = yield* pathOf(proxyMvpd)
  const response = yield* send(transport, { operation: "retrieveProxiedMvpds", method: "GET", path })
  return yield* readProxiedMvpds(yield* readBody("retrieveProxiedMvpds", response, longestDocument))
})

/** Options of {@link replaceProxiedMvpds}. */
export interface ReplaceProxiedMvpdsOptions {
  readonly proxyMvpd: string
  /** The whole new list; at least one MVPD, since an empty one removes all. */
  readonly list: readonly [ProxiedMvpd, ...ReadonlyArray<ProxiedMvpd>]
  /** `fingerprintOf` the list that was read and compared. */
  readonly expected: string
}

/**
 * Returns the request that replaces a list, without sending it.
 *
 * Fails with `InvalidRequest` for a list that the server would refuse, or an empty one.
 */
export const planProxiedMvpdsReplacement = (
  proxyMvpd: string,
  list: ReadonlyArray<ProxiedMvpd>
): Effect.Effect<ManagementRequest, ManagementError> =>
  Effect.gen(function* () {
    yield* checkProxiedMvpds(list)
    if (list.length === 0) {
      return yield* invalidRequest("list", "is empty", "Call `removeAllProxiedMvpds` to remove every proxied MVPD")
    }
    return yield* replacement(proxyMvpd, list)
  })

/**
 * Replaces the proxied MVPDs of a proxy MVPD if the list has not changed since it was read. The request is sent once.
 *
 * Fails with `InvalidRequest`, `ListChanged`, `Refused` (400: nothing was stored) or `Unreachable`.
 *
 * Source: docs/protocol/management/proxy-mvpd.md, section "Operations".
 *
 * @example
 * ```ts
 * const replace = replaceProxiedMvpds(access, { proxyMvpd: "ProxyMVPD_Adobe", list, expected: fingerprintOf(before) })
 * await Effect.runPromise(replace)
 * ```
 */
export const replaceProxiedMvpds = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  { proxyMvpd, list, expected }: ReplaceProxiedMvpdsOptions
) {
  const request = yield* planProxiedMvpdsReplacement(proxyMvpd, list)
  const found = fingerprintOf(yield* retrieveProxiedMvpds(transport, proxyMvpd))
  if (found !== expected) return yield* new ManagementError({ _tag: "ListChanged", expected, found })
  yield* sendOnce(transport, request)
})

/** Options of {@link removeAllProxiedMvpds}. */
export interface RemoveAllProxiedMvpdsOptions {
  readonly proxyMvpd: string
  /** `remove all of PROXY`, with the identifier of the proxy MVPD. */
  readonly confirm: `remove all of ${string}`
}

/**
 * Removes every proxied MVPD of a proxy MVPD. Fails with `InvalidRequest` unless the confirmation names it.
 *
 * Source: docs/protocol/management/proxy-mvpd.md, section "Operations".
 *
 * @example
 * ```ts
 * const proxyMvpd = "ProxyMVPD_Adobe"
 * const remove = removeAllProxiedMvpds(access, { proxyMvpd, confirm: `remove all of ${proxyMvpd}` })
 * ```
 */
export const removeAllProxiedMvpds = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  { proxyMvpd, confirm }: RemoveAllProxiedMvpdsOptions
) {
  const request = yield* replacement(proxyMvpd, [])
  if (confirm !== `remove all of ${proxyMvpd}`) {
    return yield* invalidRequest("confirm", `is not \`remove all of ${proxyMvpd}\``, "Pass this sentence to remove all")
  }
  yield* sendOnce(transport, request)
})

const replacement = /* @__PURE__ */ Effect.fnUntraced(function* (
  proxyMvpd: string,
  list: ReadonlyArray<ProxiedMvpd>
): Effect.fn.Return<ManagementRequest, ManagementError> {
  return {
    operation: "replaceProxiedMvpds",
    method: "POST",
    path: yield* pathOf(proxyMvpd),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    // Escaped for XML first, encoded for the form second (C-PMV-7); in the body (C-PMV-1).
    body: new URLSearchParams({ "proxied-mvpds": writeProxiedMvpds(list) }).toString()
  }
})

const sendOnce = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  request: ManagementRequest
) {
  const response = yield* send(transport, request)
  yield* Effect.promise(async () => response.body?.cancel())
})

const pathOf = (proxyMvpd: string): Effect.Effect<string, ManagementError> =>
  typeof proxyMvpd === "string" && /^[\w.-]+$/.test(proxyMvpd) && !/^\.+$/.test(proxyMvpd)
    ? Effect.succeed(`/control/v3/mvpd-proxies/${proxyMvpd}/mvpds`)
    : invalidRequest("proxyMvpd", "is no identifier", "Pass the identifier of the proxy MVPD, such as ProxyMVPD_Adobe")
