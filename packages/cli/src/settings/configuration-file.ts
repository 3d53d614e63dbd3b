import { readFile } from "node:fs/promises"
import { dirname, isAbsolute, join, resolve } from "node:path"
import { usageFailure } from "../failure/command-failure.ts"
import { definitions, settingNames, type SettingName } from "./definitions.ts"

/** Name of the file with a project's settings. */
export const configurationFileName = ".tve-pass.json"

/** The settings of the nearest `.tve-pass.json`. */
export interface ConfigurationFile {
  readonly path: string
  readonly values: { readonly [Name in SettingName]?: string }
}

/**
 * Reads `.tve-pass.json` of the directory or of the nearest parent that has it. Relative paths in it are resolved
 * against its folder. Resolves to `undefined` if there is none.
 *
 * Rejects with a `CommandFailure` if the file is not a JSON object of strings, has unknown keys, or contains the
 * software statement, which is a secret.
 */
export const readConfigurationFile = async (directory: string): Promise<ConfigurationFile | undefined> => {
  const path = join(directory, configurationFileName)
  let content: string
  try {
    content = await readFile(path, "utf8")
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable"
    if (code !== "ENOENT" && code !== "ENOTDIR") throw usageFailure(`${path} cannot be read (${code}).`)
    const parent = dirname(directory)
    return parent === directory ? undefined : readConfigurationFile(parent)
  }
  return { path, values: valuesOf(path, content) }
}

const valuesOf = (path: string, content: string): ConfigurationFile["values"] => {
  const settings = jsonObject(content)
  if (settings === undefined) throw usageFailure(`${path} is not a JSON object.`)
  const values: { [Name in SettingName]?: string } = {}
  for (const [key, value] of Object.entries(settings)) {
    const name = settingNames.find((candidate) => candidate === key)
    if (name === undefined) {
      throw usageFailure(`${path} has the unknown key "${key}".`, `Known keys: ${fileKeys.join(", ")}.`)
    }
    if ("secret" in definitions[name]) {
      throw usageFailure(
        `${path} holds the software statement, which is a secret.`,
        `Move it to a file that only you can read, and name that file in softwareStatementFile.`
      )
    }
    if (name === "deviceInfo" && typeof value === "object" && value !== null) values[name] = JSON.stringify(value)
    else if (typeof value === "string") values[name] = isPath(name) ? against(dirname(path), value) : value
    else throw usageFailure(`${path}: the value of ${key} is not a string.`)
  }
  return values
}

const fileKeys = settingNames.filter((name) => !("secret" in definitions[name]))

const isPath = (name: SettingName): boolean => name === "store" || name === "softwareStatementFile"

const against = (folder: string, path: string): string => (isAbsolute(path) ? path : resolve(folder, path))

/** Parses a JSON object. Returns `undefined` for anything else. */
export const jsonObject = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
