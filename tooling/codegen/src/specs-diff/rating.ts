import type { JsonValue } from "../json.ts"
import type { Bump } from "./bump.ts"
import type { ReportedChange } from "./change.ts"

export interface Rating {
  readonly bump: Bump
  readonly message: string
}

/**
 * Rates a change for users of generated TypeScript types. The rules of `redocly diff` stand, except where the wire stays
 * compatible and the types do not, or the other way round:
 *
 * - an enum marked `x-open-enum: true` may gain values (minor): every reader has to expect unknown ones;
 * - a value that an enum loses, a field of a request that is no longer known, and an enum that opens or closes, take a
 *   name or a promise away from code that compiled (major);
 * - a schema that no operation refers to, such as what is sent encoded in a header, may be read and written (the
 *   stricter rule of both directions).
 */
export const rate = (change: ReportedChange, isOpenEnum: (change: ReportedChange) => boolean): Rating => {
  const { lost, gained } = valuesOf(change)
  if (change.property === "enum" && change.base !== undefined && change.revision !== undefined) {
    if (lost.length > 0) return { bump: "major", message: `Enum lost ${list(lost)}${also("gained", gained)}.` }
    if (gained.length > 0 && isOpenEnum(change)) return { bump: "minor", message: `Open enum gained ${list(gained)}.` }
  }
  // Tags group operations for readers.
  if (change.typeName === "Tag") return { bump: "patch", message: describe(change) }
  if (change.property === "x-open-enum") {
    return { bump: "major", message: change.revision?.value === true ? "The enum was opened." : "The enum was closed." }
  }
  if (change.kind === "removed" && isProperty(change)) {
    return { bump: "major", message: `Property \`${nameOf(change)}\` was removed.` }
  }
  if (change.kind === "added" && isProperty(change)) {
    return { bump: change.impact, message: `Property \`${nameOf(change)}\` was added.` }
  }
  if (isUnreferenced(change) && ["required", "type", "const", "enum"].includes(change.property ?? "")) {
    return { bump: "major", message: describe(change) }
  }
  return { bump: change.impact, message: describe(change) }
}

const isProperty = ({ path, typeName }: ReportedChange): boolean =>
  typeName === "Schema" && path.split("/").at(-2) === "properties"

const isUnreferenced = ({ path, typeName }: ReportedChange): boolean =>
  typeName === "Schema" && path.startsWith("#/components/schemas/")

const nameOf = ({ path }: ReportedChange): string => path.split("/").at(-1) ?? path

const valuesOf = ({ base, revision }: ReportedChange): Record<"lost" | "gained", ReadonlyArray<JsonValue>> => {
  const before = Array.isArray(base?.value) ? base.value : []
  const after = Array.isArray(revision?.value) ? revision.value : []
  return {
    lost: before.filter((value) => !after.includes(value)),
    gained: after.filter((value) => !before.includes(value))
  }
}

const list = (values: ReadonlyArray<JsonValue>): string => values.map((value) => `'${String(value)}'`).join(", ")

const also = (verb: string, values: ReadonlyArray<JsonValue>): string =>
  values.length === 0 ? "" : ` and ${verb} ${list(values)}`

/** The verdicts of the rules, or what is to be seen where no rule has an opinion. */
const describe = (change: ReportedChange): string => {
  const verdicts = (change.verdicts ?? []).map(({ message }) => message)
  if (verdicts.length > 0) return verdicts.join(" ")
  if (change.property === undefined) return `${change.typeName} was ${change.kind}.`
  return `\`${change.property}\` changed from ${shown(change.base?.value)} to ${shown(change.revision?.value)}.`
}

const shown = (value: JsonValue | undefined): string => {
  if (value === undefined) return "nothing"
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
