/** What a change asks of the next version, weakest first. */
const bumps = ["none", "patch", "minor", "major"] as const
export type Bump = (typeof bumps)[number]

export const isBump = (value: unknown): value is Bump => bumps.some((bump) => bump === value)

export const isAtLeast = (bump: Bump, required: Bump): boolean => bumps.indexOf(bump) >= bumps.indexOf(required)

export const highest = (values: ReadonlyArray<Bump>): Bump =>
  values.reduce<Bump>((left, right) => (isAtLeast(left, right) ? left : right), "none")

/**
 * The bump that carries a change of the given weight from `version` on. Before 1.0.0 a range such as `^0.3.1` admits
 * patches only, so a minor release is where a break belongs and an addition fits into a patch; from 1.0.0 on, a break
 * is a major and an addition a minor.
 */
export const releaseFor = (weight: Bump, version: string): Bump => {
  if (!version.startsWith("0.")) return weight
  if (weight === "major") return "minor"
  return weight === "minor" ? "patch" : weight
}

/** The bump that leads from one version to another: what a release commit has already promised. */
export const bumpBetween = (from: string, to: string): Bump => {
  const [fromMajor, fromMinor, fromPatch] = partsOf(from)
  const [toMajor, toMinor, toPatch] = partsOf(to)
  if (toMajor !== fromMajor) return toMajor > fromMajor ? "major" : "none"
  if (toMinor !== fromMinor) return toMinor > fromMinor ? "minor" : "none"
  return toPatch > fromPatch ? "patch" : "none"
}

const partsOf = (version: string): readonly [major: number, minor: number, patch: number] => {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  if (major === undefined) throw new Error(`Failed to read version "${version}": expected "1.2.3"`)
  return [Number(major), Number(minor), Number(patch)]
}
