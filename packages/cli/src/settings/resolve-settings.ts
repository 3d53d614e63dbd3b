import { usageFailure } from "../failure/command-failure.ts"
import type { ConfigurationFile } from "./configuration-file.ts"
import { definitions, settingNames, type Definition, type SettingName } from "./definitions.ts"

/** A setting with its value and source. */
export interface ResolvedSetting {
  readonly value: string
  /** The source, for people: `--origin`, `ADOBE_PASS_ORIGIN`, or the path of the file. */
  readonly source: string
}

/** The settings that have a value. */
export type Settings = { readonly [Name in SettingName]?: ResolvedSetting }

/** The sources of settings. */
export interface SettingSources {
  /** Values of flags, by the name of the setting. */
  readonly flags: { readonly [Name in SettingName]?: string | undefined }
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly file: ConfigurationFile | undefined
}

/**
 * Resolves each setting from its most specific source: flag, environment variable, `.tve-pass.json`. An empty variable
 * counts as absent.
 *
 * @throws CommandFailure if one source has both an environment and an origin, or the statement twice
 */
export const resolveSettings = ({ flags, variables, file }: SettingSources): Settings => {
  const layers: ReadonlyArray<(name: SettingName) => ResolvedSetting | undefined> = [
    (name) => found(flags[name], `--${definitions[name].flag ?? name}`),
    (name) => fromVariable(variables, definitions[name].variable),
    (name) => found(file?.values[name], file?.path ?? "")
  ]
  const settings: { [Name in SettingName]?: ResolvedSetting } = {}
  const decided = new Set<string>()
  for (const layer of layers) {
    const inThisLayer = new Map<string, ResolvedSetting>()
    for (const name of settingNames) {
      const setting = layer(name)
      if (setting === undefined) continue
      const definition: Definition = definitions[name]
      const group = definition.group ?? name
      const other = inThisLayer.get(group)
      if (other !== undefined) throw excluding(group, other, setting)
      inThisLayer.set(group, setting)
      if (!decided.has(group)) settings[name] = setting
    }
    for (const group of inThisLayer.keys()) decided.add(group)
  }
  return settings
}

const fromVariable = (variables: SettingSources["variables"], name: string): ResolvedSetting | undefined =>
  found(variables[name]?.trim() || undefined, name)

const found = (value: string | undefined, source: string): ResolvedSetting | undefined =>
  value === undefined ? undefined : { value, source }

const excluding = (group: string, one: ResolvedSetting, other: ResolvedSetting) =>
  usageFailure(
    one.source === other.source
      ? `${one.source} sets ${group === "server" ? "both environment and origin" : "the statement twice"}.`
      : `${one.source} and ${other.source} are both set.`,
    "Set one of them."
  )
