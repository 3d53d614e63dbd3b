import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { defaultStateDirectory } from "@tve-pass/auth/file"
import { environments, resolveOrigin, type DeviceInfo, type OriginOptions } from "@tve-pass/client"
import * as Redacted from "effect/Redacted"
import { usageFailure } from "../failure/command-failure.ts"
import type { Host } from "../host/host.ts"
import { jsonObject } from "./configuration-file.ts"
import { definitions, type SettingName } from "./definitions.ts"
import type { Settings } from "./resolve-settings.ts"

/** Creates the failure of a missing setting, which lists every way to set it. */
const missing = (name: SettingName, example: string) => {
  const { flag, variable } = definitions[name]
  return usageFailure(
    `${name} is not set.`,
    `Set ${flag === undefined ? "" : `--${flag} or `}${variable}, for example to ${example}.`
  )
}

/**
 * Returns the server of the settings.
 *
 * @throws CommandFailure if none is set, the environment is unknown, or the origin is invalid
 */
export const serverOf = ({ environment, origin }: Settings): OriginOptions & { readonly resolved: string } => {
  if (environment === undefined && origin === undefined) {
    throw usageFailure(
      "Neither an environment nor an origin is set.",
      `Set --environment or ADOBE_PASS_ENVIRONMENT to one of ${Object.keys(environments).join(", ")}; or --origin or ADOBE_PASS_ORIGIN to another server, such as that of \`tve-pass simulator\`.`
    )
  }
  if (environment !== undefined) {
    const names = Object.keys(environments)
    if (isEnvironment(environment.value)) {
      return { environment: environment.value, resolved: environments[environment.value] }
    }
    throw usageFailure(
      `${environment.source} is "${environment.value}", which is no environment.`,
      `The environments are ${names.join(", ")}.`
    )
  }
  const options: OriginOptions = { origin: origin?.value ?? "" }
  return { ...options, resolved: resolveOrigin(options) }
}

const isEnvironment = (name: string): name is keyof typeof environments => Object.hasOwn(environments, name)

/**
 * Returns the channel of the settings.
 *
 * @throws CommandFailure if it is not set
 */
export const serviceProviderOf = ({ serviceProvider }: Settings): string => {
  if (serviceProvider === undefined || serviceProvider.value.trim() === "") throw missing("serviceProvider", "REF30")
  return serviceProvider.value
}

/**
 * Reads the software statement from its variable, its file, or standard input for `--statement -`.
 *
 * Rejects with a `CommandFailure` if it is not set, or if its file cannot be read.
 */
export const readSoftwareStatement = async (
  { softwareStatement, softwareStatementFile }: Settings,
  { stdin }: Host
): Promise<Redacted.Redacted> => {
  if (softwareStatement !== undefined) return Redacted.make(softwareStatement.value)
  if (softwareStatementFile === undefined) {
    throw usageFailure(
      "The software statement is not set.",
      "Set ADOBE_PASS_SOFTWARE_STATEMENT to the JWT of the TVE Dashboard, or --statement or ADOBE_PASS_SOFTWARE_STATEMENT_FILE to its file; `--statement -` reads it from standard input."
    )
  }
  const { value: path, source } = softwareStatementFile
  if (path === "-") return Redacted.make(await stdin.read())
  try {
    return Redacted.make(await readFile(path, "utf8"))
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable"
    throw usageFailure(`${source} names ${path}, which cannot be read (${code}).`)
  }
}

/**
 * Returns the folder for credentials, token and device identifier. `--as NAME` has a separate subfolder, and therefore
 * a separate device.
 *
 * @throws CommandFailure if the name is not a plain file name
 */
export const storeDirectoryOf = ({ store }: Settings, as: string | undefined, { variables }: Host): string => {
  const root = store?.value ?? defaultStateDirectory("tve-pass", { environment: variables })
  if (as === undefined) return root
  if (/^[\w-][\w.-]{0,63}$/.test(as)) return join(root, "as", as)
  throw usageFailure(`--as takes a name of letters, digits, dots and dashes, not "${as}".`)
}

/**
 * Returns the description of the device in the settings, or `undefined` for this machine.
 *
 * @throws CommandFailure if it is not a JSON object
 */
export const deviceInfoOf = ({ deviceInfo }: Settings): DeviceInfo | undefined => {
  if (deviceInfo === undefined) return undefined
  const info = jsonObject(deviceInfo.value)
  if (info === undefined) throw usageFailure(`${deviceInfo.source} has no JSON object for deviceInfo.`)
  // Boundary: the builder of the header checks the keys.
  return info as unknown as DeviceInfo
}
