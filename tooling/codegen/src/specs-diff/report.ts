import type { Bump } from "./bump.ts"
import type { Change } from "./change.ts"
import type { Comparison, ReleaseComparison } from "./comparison.ts"

const heaviestFirst = ["major", "minor", "patch"] as const

/** The comparison for people: what changed, which release it needs, and what the changesets promise. */
export const reportOf = (comparison: Comparison): string =>
  comparison.state === "initial" ? initialReport(comparison.apis) : releaseReport(comparison)

const initialReport = (apis: Extract<Comparison, { state: "initial" }>["apis"]): string =>
  [
    "No release to compare with: everything is initial.",
    ...apis.map(({ api, operations }) => `  ${api}: ${operations.length} operations (${operations.join(", ")})`)
  ].join("\n")

const releaseReport = ({ base, apis, weight, needed, promised, kept }: ReleaseComparison): string => {
  const lines = [`Compared with ${base.name} (version ${base.version}).`]
  for (const { api, changes } of apis) {
    lines.push("", `${api}: ${countOf(changes)}`)
    for (const bump of heaviestFirst) lines.push(...changes.filter((change) => change.bump === bump).map(changeLine))
  }
  lines.push("", neededLine(weight, needed, base.version), `Promised by the changesets: ${promised}.`)
  if (!kept) lines.push(`Queue a changeset that promises ${needed} for @tve-pass/client: "pnpm changeset".`)
  return lines.join("\n")
}

const countOf = ({ length }: ReadonlyArray<Change>): string => {
  if (length === 0) return "no change"
  return length === 1 ? "1 change" : `${length} changes`
}

const changeLine = ({ bump, subject, place, message, source }: Change): string =>
  `  ${bump.padEnd(5)}  ${[subject, place].filter(Boolean).join(" ")}\n         ${message}  ${source}`

const neededLine = (weight: Bump, needed: Bump, version: string): string => {
  if (weight === "none") return "Nothing changed: no release needed."
  if (needed === weight) return `These changes are ${weight} and need a ${needed} release.`
  return `These changes are ${weight}; from ${version} on, before 1.0.0, a ${needed} release carries them.`
}
