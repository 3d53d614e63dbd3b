import { readFile } from "node:fs/promises"
import { defaultStateDirectory } from "@tve-pass/auth/file"
import { environments, type EnvironmentName } from "@tve-pass/client"
import type { TracingVariables } from "./tracing.ts"

/** The settings of the server. */
export interface Settings {
  readonly port: number
  /** Whether your proxy writes the device's address to `X-Forwarded-For`. */
  readonly trustProxy: boolean
  readonly serviceProvider: string
  readonly domainName: string
  readonly redirectUrl: string
  /** Absent: the built-in simulator. */
  readonly adobePass?: {
    readonly target: { readonly environment: EnvironmentName } | { readonly origin: string }
    readonly softwareStatement: string
  }
  /** Redis or Valkey, shared by all servers, instead of a directory. */
  readonly redisUrl?: string
  /** The `OTEL_…` variables, where spans are sent to a collector. */
  readonly tracing?: TracingVariables
  /** Absent with the simulator: a directory that ends with the process. */
  readonly storeDirectory?: string
}

/** A variable is missing or wrong. The server prints the message as one line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError"
}

/**
 * Reads the settings from environment variables.
 *
 * @throws SettingsError that names the variable to set
 */
export const readSettings = async (variables: Readonly<Record<string, string | undefined>>): Promise<Settings> => {
  const value = (name: string) => variables[name]?.trim() || undefined
  const needed = (name: string, meaning: string): string => {
    const found = value(name)
    if (found === undefined) throw new SettingsError(`Set ${name} to ${meaning}.`)
    return found
  }
  const redisUrl = value("REDIS_URL")
  if (redisUrl !== undefined && !/^rediss?:\/\//.test(redisUrl)) {
    throw new SettingsError("Set REDIS_URL to an address such as redis://127.0.0.1:6379.")
  }
  const port = Number(value("PORT") ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new SettingsError("Set PORT to a number up to 65535.")
  const collector = value("OTEL_EXPORTER_OTLP_ENDPOINT")
  if (collector !== undefined && !/^https?:\/\/./.test(collector)) {
    throw new SettingsError("Set OTEL_EXPORTER_OTLP_ENDPOINT to an address such as http://127.0.0.1:4318.")
  }
  const common = {
    port,
    trustProxy: value("TRUST_PROXY") === "1",
    ...(redisUrl !== undefined && { redisUrl }),
    ...(collector !== undefined && { tracing: tracingVariables(variables) })
  }
  const storeDirectory = value("ADOBE_PASS_STORE")
  const environment = value("ADOBE_PASS_ENVIRONMENT")
  const origin = value("ADOBE_PASS_ORIGIN")
  if (environment === undefined && origin === undefined) {
    const channel = { serviceProvider: "REF30", domainName: "adobe.com", redirectUrl: "https://adobe.com/signed-in" }
    return { ...common, ...channel, ...(storeDirectory !== undefined && { storeDirectory }) }
  }
  if (environment !== undefined && !isEnvironment(environment)) {
    throw new SettingsError(`Set ADOBE_PASS_ENVIRONMENT to one of ${Object.keys(environments).join(", ")}.`)
  }
  const file = value("ADOBE_PASS_SOFTWARE_STATEMENT_FILE")
  return {
    ...common,
    serviceProvider: needed("ADOBE_PASS_SERVICE_PROVIDER", "the id of your channel, for example REF30"),
    domainName: needed("ADOBE_PASS_DOMAIN_NAME", "one of the domains that are registered for your channel"),
    redirectUrl: needed("ADOBE_PASS_REDIRECT_URL", "the page at which logins end"),
    adobePass: {
      target: environment === undefined ? { origin: origin ?? "" } : { environment },
      softwareStatement:
        file === undefined
          ? needed("ADOBE_PASS_SOFTWARE_STATEMENT", "the JWT of the TVE Dashboard")
          : await readFile(file, "utf8")
    },
    storeDirectory: storeDirectory ?? defaultStateDirectory("tve-pass-server")
  }
}

const tracingVariables = (variables: Readonly<Record<string, string | undefined>>): TracingVariables =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      name.startsWith("OTEL_") && value !== undefined ? [[name, value]] : []
    )
  )

const isEnvironment = (name: string): name is EnvironmentName => Object.hasOwn(environments, name)
