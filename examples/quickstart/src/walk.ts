import { type AdobePassOptions, createAdobePass } from "@tve-pass/auth/promise"
import { type Failure, narrow } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { type CallCounts, countedFetch } from "./counted-fetch.ts"

/** What one walk through the flow of docs/protocol/dcr.md section 9 came to. */
export interface Walk {
  readonly credentials: "registered" | "stored"
  readonly token: "requested" | "stored"
  /** ISO 8601; absent where a stored token was used. */
  readonly tokenExpiresAt?: string
  readonly mvpds: ReadonlyArray<{ readonly id: string; readonly displayName: string }>
  /** Requests that went over the wire. */
  readonly calls: CallCounts
}

/** The server's answer to the configuration call was not a configuration. */
export class ConfigurationRefused extends Error {
  override readonly name = "ConfigurationRefused"
  readonly failure: Failure

  constructor(serviceProvider: string, status: number, failure: Failure) {
    const code = failure._tag === "EnhancedError" ? failure.code : undefined
    const reason = failure._tag === "EnhancedError" ? ` ${failure.code}` : ""
    const remedy =
      code === "invalid_parameter_service_provider"
        ? "Set ADOBE_PASS_SERVICE_PROVIDER to a channel that the software statement covers."
        : "Is the origin an Adobe Pass server?"
    super(`The configuration of ${serviceProvider} was refused with HTTP ${status}${reason}. ${remedy}`)
    this.failure = failure
  }
}

/**
 * Loads or registers client credentials, loads or requests the access token and fetches the configuration, as a fresh
 * start of an application would. Rejects with `AuthError` or {@link ConfigurationRefused}.
 */
export async function walk(
  options: AdobePassOptions,
  serviceProvider: string,
  progress: (line: string) => void
): Promise<Walk> {
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
  const result = narrow(
    await restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider } } })
  )
  if (result.kind !== "success") throw new ConfigurationRefused(serviceProvider, result.status, result.failure)
  const calls = wire.counts()
  return {
    credentials: calls.register > 0 ? "registered" : "stored",
    token: calls.token > 0 ? "requested" : "stored",
    ...(tokenExpiresAt === undefined ? {} : { tokenExpiresAt }),
    mvpds: result.data.requestor.mvpds
      .filter(({ isTempPass }) => isTempPass !== true)
      .map(({ id, displayName }) => ({ id, displayName })),
    calls
  }
}
