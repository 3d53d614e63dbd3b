import { readFile } from "node:fs/promises"
import { defaultStateDirectory } from "@tve-pass/auth/file"
import { type EnvironmentName, environments } from "@tve-pass/client"

/** The settings of the demo, from environment variables. */
export type Settings =
  | {
      readonly server: "simulator"
      readonly serviceProvider: string
      readonly storeDirectory: string | undefined
      readonly mvpd: string | undefined
    }
  | {
      readonly server: "real"
      readonly target: { readonly environment: EnvironmentName } | { readonly origin: string }
      readonly softwareStatement: string
      readonly serviceProvider: string
      readonly storeDirectory: string
      readonly mvpd: string | undefined
      /** One of the registered domains, required for a sign-in. */
      readonly domainName: string | undefined
    }

/** A setting is missing or wrong. The demo prints the message as one line. */
export class SettingsError extends Error {
  override readonly name = "SettingsError"
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the demo's settings. Without `ADOBE_PASS_ENVIRONMENT` and `ADOBE_PASS_ORIGIN`, the demo uses the built-in
 * simulator.
 *
 * @throws SettingsError that names the variable to set
 */
export async function readSettings(variables: Environment): Promise<Settings> {
  const value = (name: string) => variables[name]?.trim() || undefined
  const environment = value("ADOBE_PASS_ENVIRONMENT")
  const origin = value("ADOBE_PASS_ORIGIN")
  const serviceProvider = value("ADOBE_PASS_SERVICE_PROVIDER")
  const storeDirectory = value("ADOBE_PASS_STORE")
  const mvpd = value("ADOBE_PASS_MVPD")

  if (environment !== undefined && origin !== undefined)
    throw new SettingsError("Set ADOBE_PASS_ENVIRONMENT or ADOBE_PASS_ORIGIN, not both.")
  if (environment === undefined && origin === undefined) {
    const stray = ["ADOBE_PASS_SOFTWARE_STATEMENT", "ADOBE_PASS_SOFTWARE_STATEMENT_FILE"].find(value)
    if (stray !== undefined)
      throw new SettingsError(`${stray} needs a server: set ADOBE_PASS_ENVIRONMENT or ADOBE_PASS_ORIGIN as well.`)
    return { server: "simulator", serviceProvider: serviceProvider ?? "REF30", storeDirectory, mvpd }
  }
  if (serviceProvider === undefined)
    throw new SettingsError("Set ADOBE_PASS_SERVICE_PROVIDER to the id of your channel, for example REF30.")
  return {
    server: "real",
    target: environment === undefined ? { origin: origin ?? "" } : { environment: environmentNamed(environment) },
    softwareStatement: await readSoftwareStatement(value),
    serviceProvider,
    storeDirectory: storeDirectory ?? defaultStateDirectory("tve-pass"),
    mvpd,
    domainName: value("ADOBE_PASS_DOMAIN_NAME")
  }
}

function environmentNamed(name: string): EnvironmentName {
  const names = Object.keys(environments)
  if (isEnvironmentName(name)) return name
  throw new SettingsError(`ADOBE_PASS_ENVIRONMENT is "${name}"; it must be one of ${names.join(", ")}.`)
}

function isEnvironmentName(name: string): name is EnvironmentName {
  return Object.hasOwn(environments, name)
}

async function readSoftwareStatement(value: (name: string) => string | undefined): Promise<string> {
  const statement = value("ADOBE_PASS_SOFTWARE_STATEMENT")
  const file = value("ADOBE_PASS_SOFTWARE_STATEMENT_FILE")
  if (statement !== undefined && file !== undefined)
    throw new SettingsError("Set ADOBE_PASS_SOFTWARE_STATEMENT or ADOBE_PASS_SOFTWARE_STATEMENT_FILE, not both.")
  if (statement !== undefined) return statement
  if (file === undefined)
    throw new SettingsError(
      "Set ADOBE_PASS_SOFTWARE_STATEMENT (the JWT of the TVE Dashboard) or ADOBE_PASS_SOFTWARE_STATEMENT_FILE (its file)."
    )
  try {
    return await readFile(file, "utf8")
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unreadable"
    throw new SettingsError(`ADOBE_PASS_SOFTWARE_STATEMENT_FILE names ${file}, which cannot be read (${code}).`)
  }
}
