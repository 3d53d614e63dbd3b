import { relative, resolve as resolvePath, join } from "node:path"
import type { BundledSpec } from "../spec/bundled-spec.ts"
import { catalogueChanges } from "./catalogue-changes.ts"
import type { Change, ReportedChange, ReportedSide } from "./change.ts"
import { isOpenEnum } from "./enum-openness.ts"
import { placeOf } from "./place.ts"
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
  return { bump, kind: change.kind, ...placeOf(change.path), message, source }
}

const sourceOf = (side: ReportedSide | undefined, root: string): string =>
  side === undefined ? "" : `${relative(root, resolvePath(side.file)).replaceAll("\\", "/")}:${side.line}`

/** Examples reach users in `@tve-pass/testing`; `redocly diff` does not compare them. */
const onlyExamples = ({ path }: BundledSpec): Change => ({
  bump: "patch",
  kind: "modified",
  subject: "examples",
  place: "",
  message: "Only examples or extensions changed.",
  source: path
})
