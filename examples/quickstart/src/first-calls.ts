import { type AdobePassOptions, AuthError, createAdobePass } from "@tve-pass/auth/promise"
import { type Failure, narrow } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { type CallCounts, countedFetch } from "./counted-fetch.ts"

/** The result of the first calls of an application, the flow of docs/protocol/dcr.md section 9. */
export interface FirstCalls {
  readonly credentials: "registered" | "stored"
  readonly token: "requested" | "stored"
  /** ISO 8601; absent if a stored token was used. */
  readonly tokenExpiresAt?: string
  readonly mvpds: ReadonlyArray<{ readonly id: string; readonly displayName: string }>
  /** The number of requests, by endpoint. */
  readonly calls: CallCounts
}

/** The response to the configuration call is not a configuration. */
export class ConfigurationRefused extends Error {
  override readonly name = "ConfigurationRefused"
  readonly failure: Failure | undefined

  constructor(serviceProvider: string, status: number, failure?: Failure) {
    const code = failure?._tag === "EnhancedError" ? failure.code : undefined
    const reason = code === undefined ? "" : ` ${code}`
    const remedy =
      code === "invalid_parameter_service_provider"
        ? "Set ADOBE_PASS_SERVICE_PROVIDER to a channel that the software statement covers."
        : "Is the origin an Adobe Pass server?"
    super(`The configuration of ${serviceProvider} was refused with HTTP ${status}${reason}. ${remedy}`)
    this.failure = failure
  }
}

/**
 * The configuration call got no response, or an incomplete one. The error of `fetch` has the system's code in its
 * cause.
 */
export class ConfigurationLost extends Error {
  override readonly name = "ConfigurationLost"

  constructor(serviceProvider: string, thrown: unknown) {
    const { code } = Object(Object(thrown).cause)
    const reason = typeof code === "string" && /^[A-Z_\d]+$/.test(code) ? ` (${code})` : ""
    super(`The configuration of ${serviceProvider} did not arrive${reason}. Check the network and the origin.`)
  }
}

/**
 * Makes the calls of a starting application: reads client credentials or registers, reads or requests the access token,
 * and retrieves the configuration. Rejects with `AuthError`, {@link ConfigurationRefused} or {@link ConfigurationLost}.
 */
export async function makeFirstCalls(
  options: AdobePassOptions,
  serviceProvider: string,
  progress: (line: string) => void
): Promise<FirstCalls> {
  const wire = countedFetch()
  await using pass = createAdobePass({ ...options, fetch: wire.fetch })
  let tokenExpiresAt: string | undefined
  pass.on("token-obtained", ({ expiresIn }) => {
    tokenExpiresAt = new Date(Date.now() + expiresIn * 1000).toISOString()
  })
  pass.on("call-retried", ({ operation, delay }) =>
    progress(`${operation} failed, trying again in ${Math.round(delay)} ms`)
  )
  pass.on("request-throttled", ({ hold }) => progress(`throttled by the server, waiting ${Math.round(hold)} ms`))

  const restV2 = createRestV2Client(pass)
  const result = await restV2
    .GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider } } })
    .then(narrow, (thrown: unknown) => {
      throw thrown instanceof AuthError ? thrown : new ConfigurationLost(serviceProvider, thrown)
    })
  if (result.kind !== "success") throw new ConfigurationRefused(serviceProvider, result.status, result.failure)
  const mvpds = readMvpds(result.data)
  if (mvpds === undefined) throw new ConfigurationRefused(serviceProvider, result.status)
  const calls = wire.counts()
  return {
    credentials: calls.register > 0 ? "registered" : "stored",
    token: calls.token > 0 ? "requested" : "stored",
    ...(tokenExpiresAt === undefined ? {} : { tokenExpiresAt }),
    mvpds,
    calls
  }
}

/** Reads the MVPDs of a response. The origin may be any server, so the body may be anything. */
function readMvpds(data: {
  readonly requestor?: { readonly mvpds?: ReadonlyArray<MvpdOfConfiguration> }
}): FirstCalls["mvpds"] | undefined {
  const mvpds = data?.requestor?.mvpds
  if (!Array.isArray(mvpds)) return undefined
  return mvpds
    .filter((mvpd: MvpdOfConfiguration) => mvpd?.isTempPass !== true && typeof mvpd?.id === "string")
    .map(({ id, displayName }: MvpdOfConfiguration) => ({ id, displayName: String(displayName) }))
}

interface MvpdOfConfiguration {
  readonly id: string
  readonly displayName: string
  readonly isTempPass?: boolean
}
