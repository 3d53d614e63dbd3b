import { isDeepStrictEqual } from "node:util"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import type { Change } from "./change.ts"

/**
 * Changed entries of the enhanced-error catalogue, which `redocly diff` does not look into. Codes that come and go are
 * values of the enum and reported there.
 */
export const catalogueChanges = (base: BundledSpec, revision: BundledSpec): ReadonlyArray<Change> => {
  const before = catalogueOf(base)
  return Object.entries(catalogueOf(revision)).flatMap(([code, entry]) => {
    const old = before[code]
    if (old === undefined) return []
    const fields = ["action", "status", "reaction", "meaning"].filter(
      (name) => !isDeepStrictEqual(old[name], entry[name])
    )
    return fields.map((name): Change => ({
      // How a failure is read changes with its action and statuses; the rest is text.
      bump: name === "action" || name === "status" ? "minor" : "patch",
      kind: "modified",
      subject: "components",
      place: `EnhancedErrorCode ${code}`,
      message: `\`${name}\` changed from ${JSON.stringify(old[name])} to ${JSON.stringify(entry[name])}.`,
      source: revision.path
    }))
  })
}

const catalogueOf = ({ document }: BundledSpec) =>
  document.components?.schemas?.["EnhancedErrorCode"]?.["x-enhanced-errors"] ?? {}
