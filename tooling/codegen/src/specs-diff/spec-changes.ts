import { relative, resolve as resolvePath, join } from "node:path"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import { catalogueChanges } from "./catalogue-changes.ts"
import type { Change, ReportedChange, ReportedSide } from "./change.ts"
import { isOpenEnum } from "./enum-openness.ts"
import { rate } from "./rating.ts"
import { reportedChanges } from "./reported-changes.ts"

/** A bundled spec and the folder that its path starts from. */
export interface RootedSpec {
  readonly root: string
  readonly spec: BundledSpec
}

/** Everything that differs between two versions of one spec, the heaviest first. */
export const specChanges = async (base: RootedSpec, revision: RootedSpec): Promise<ReadonlyArray<Change>> => {
  if (base.spec.sha256 === revision.spec.sha256) return []
  const reported = await reportedChanges(join(base.root, base.spec.path), join(revision.root, revision.spec.path))
  const changes = [
    ...reported.map((change) => toChange(change, base.root, revision.root)),
    ...catalogueChanges(base.spec, revision.spec)
  ]
  return changes.length > 0 ? changes : [onlyExamples(revision.spec)]
}

const toChange = (change: ReportedChange, baseRoot: string, revisionRoot: string): Change => {
  const { bump, message } = rate(change, isOpenEnum)
  const source =
    change.revision === undefined ? sourceOf(change.base, baseRoot) : sourceOf(change.revision, revisionRoot)
  return { bump, kind: change.kind, ...placeOf(change), message, source }
}

const sourceOf = (side: ReportedSide | undefined, root: string): string =>
  side === undefined ? "" : `${relative(root, resolvePath(side.file)).replaceAll("\\", "/")}:${side.line}`

/** `#/paths/~1o~1token/post/responses/200` -> subject `POST /o/token`, place `responses/200`. */
const placeOf = ({ path, property }: ReportedChange): Pick<Change, "subject" | "place"> => {
  const [first = "", second, third, ...rest] = path
    .slice(2)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
  const subject =
    first === "paths" && second !== undefined ? [third?.toUpperCase(), second].filter(Boolean).join(" ") : first
  const way = first === "paths" ? rest : [second, third, ...rest].filter((segment) => segment !== undefined)
  return { subject, place: [...way, ...(property === undefined ? [] : [property])].join("/") }
}

/** Examples reach users in `@tve-pass/testing`; `redocly diff` does not compare them. */
const onlyExamples = ({ path }: BundledSpec): Change => ({
  bump: "patch",
  kind: "modified",
  subject: "examples",
  place: "",
  message: "Only examples or extensions changed.",
  source: path
})
