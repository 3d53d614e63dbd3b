import { managementEnvironments, resolveOrigin } from "@tve-pass/client"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import {
  makeApplicationKey,
  makeRegisteredApplication,
  type Application,
  type RegisteredApplicationOptions
} from "../application/index.ts"
import { assemble } from "../assembly/assemble.ts"
import { makeAuthorizedTransport } from "../authorized-transport/index.ts"
import { makeAuthContext, type ConnectionOptions } from "../context/index.ts"
import { buildOption } from "../options/option.ts"
import type { AdobePass } from "../promise/adobe-pass.ts"
import { instanceMembers, openConnection } from "../promise/connection.ts"
import { monotonicMillis, runToPromise } from "../runtime/index.ts"

/** Options of {@link createManagementAccess}. */
export type ManagementAccessOptions = RegisteredApplicationOptions &
  Omit<ConnectionOptions, "throttle"> & {
    /**
     * Scheme and authority of the management APIs. Default: those of `environment`, or `origin`, whose simulator serves
     * them too.
     */
    readonly managementOrigin?: string | undefined
  }

/**
 * An authorized connection to the management APIs.
 *
 * `fetch` takes the URL as a string. It adds the access token, replays a 401 once with another token (rule 13, one
 * replay), and after a 403 of a TempPass reset registers again, at most once in a cool-down (rule 5, cool-down), and
 * repeats the request once. It adds no headers of a device and does not wait for the throttle.
 */
export interface ManagementAccess extends Pick<
  AdobePass,
  "accessToken" | "baseUrl" | "dispose" | "forget" | "on" | typeof Symbol.asyncDispose
> {
  /** Sends a request to a URL below `baseUrl`. Rejects with an `AuthError`, or as the platform's `fetch`. */
  readonly fetch: (input: string, init?: RequestInit) => Promise<Response>
}

/**
 * Connects to the management APIs of Adobe Pass with separate client credentials. Sends nothing by itself: the first
 * call registers, requests a token and stores both.
 *
 * Source: docs/protocol/management/reset-temp-pass.md, sections "Authentication" and "Responses".
 *
 * @throws AuthError with reason `InvalidConfiguration`
 * @example
 * ```ts
 * import { createManagementAccess } from "@tve-pass/auth/management"
 *
 * const access = createManagementAccess({
 *   environment: "release-production",
 *   softwareStatement: "header.payload.signature"
 * })
 * const response = await access.fetch("https://mgmt.auth.adobe.com/esm/v3/year")
 * ```
 */
export const createManagementAccess = (options: ManagementAccessOptions): ManagementAccess =>
  connectManagement(options, Context.empty())

/** Does the same as {@link createManagementAccess} in an Effect context, for example one with a virtual clock. */
export const connectManagement = (
  options: ManagementAccessOptions,
  context: Context.Context<never>
): ManagementAccess => {
  const application = readManagementApplication(options)
  const connection = openConnection({ ...options, throttle: false }, context)
  const { on, dispose, records, clock, guard } = connection
  const authContext = makeAuthContext(connection, application, records)
  const { tokens } = assemble(authContext)
  // Tokens are requested from one origin and sent to another.
  const baseUrl = readManagementOrigin(options, application.origin)
  const management = { ...authContext, application: { ...application, origin: baseUrl }, deviceKey: instanceId }
  const transport = makeAuthorizedTransport(management, tokens)
  const { accessToken, forget, fetch: send } = instanceMembers(tokens, transport, context, guard)
  const run = runToPromise(context)

  const fetch: ManagementAccess["fetch"] = async (input, init) => {
    const response = await send(input, init)
    const token = tokens.cached(monotonicMillis(clock))
    if (response.status !== 403 || !isReset(input) || token === undefined) return response
    const replaced = await run(
      tokens.reregister(token, { code: "forbidden", serviceProvider: "" }).pipe(
        Effect.as(true),
        // During a cool-down, or with a refused statement, the original 403 is more informative.
        Effect.catch(() => Effect.succeed(false))
      ),
      init?.signal ?? undefined
    )
    if (!replaced) return response
    await response.body?.cancel()
    return send(input, init)
  }
  return { baseUrl, fetch, accessToken, forget, on, dispose, [Symbol.asyncDispose]: dispose }
}

/** Keeps the client credentials apart from those of devices in the same store. */
const instanceId = "management"

/** Of the three APIs, only Reset TempPass asks for new client credentials with a 403 (C-RTP-5). */
const isReset = (input: string): boolean => new URL(input).pathname.startsWith("/reset-tempass/")

const readManagementApplication = (options: ManagementAccessOptions): Application => {
  const application = Result.getOrThrow(makeRegisteredApplication(options))
  return {
    ...application,
    instanceId,
    deviceHeaders: {},
    key: makeApplicationKey(application.origin, application.statementHash, instanceId)
  }
}

const readManagementOrigin = (options: ManagementAccessOptions, tokenOrigin: string): string => {
  const { environment, managementOrigin, allowInsecure } = options
  if (managementOrigin === undefined)
    return environment === undefined ? tokenOrigin : managementEnvironments[environment]
  return buildOption("managementOrigin", () =>
    resolveOrigin({ origin: managementOrigin, ...(allowInsecure === undefined ? {} : { allowInsecure }) })
  )
}
