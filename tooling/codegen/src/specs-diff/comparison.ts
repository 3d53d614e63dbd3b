import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { bundleSpecs, type BundledSpec } from "../spec/bundled-spec.ts"
import { operationsOf } from "../spec/operation.ts"
import { extractSpecs, findBaseRelease, type BaseRelease } from "./base-release.ts"
import { highest, isAtLeast, releaseFor, type Bump } from "./bump.ts"
import type { Change } from "./change.ts"
import { promisedBump } from "./promised-bump.ts"
import { specChanges } from "./spec-changes.ts"

/** What the working tree's specs are, seen from the last release. */
export type Comparison = InitialComparison | ReleaseComparison

/** Nothing was released yet, so nothing can break. */
interface InitialComparison {
  readonly state: "initial"
  readonly apis: ReadonlyArray<{ readonly api: string; readonly operations: ReadonlyArray<string> }>
  readonly kept: true
}

export interface ReleaseComparison {
  readonly state: "compared"
  readonly base: BaseRelease
  readonly apis: ReadonlyArray<{ readonly api: string; readonly changes: ReadonlyArray<Change> }>
  /** Weight of the heaviest change for users of the types. */
  readonly weight: Bump
  /** The bump that carries this weight from the base's version on. */
  readonly needed: Bump
  readonly promised: Bump
  /** Whether the promise is at least what is needed. */
  readonly kept: boolean
}

/** Compares the specs below `root` with those of the git ref `base`, by default the newest release. */
export const compareSpecs = async (root: string, base?: string): Promise<Comparison> => {
  const release = findBaseRelease(root, base)
  const specs = await bundleSpecs(root)
  if (release === undefined) {
    const apis = specs.map(({ api, document }) => ({ api, operations: operationsOf(document).map(({ id }) => id) }))
    return { state: "initial", apis, kept: true }
  }
  const folder = mkdtempSync(join(tmpdir(), "specs-"))
  try {
    extractSpecs(root, release, folder)
    const apis = await apiChanges({ root: folder, specs: await bundleSpecs(folder) }, { root, specs })
    const weight = highest(apis.flatMap(({ changes }) => changes.map(({ bump }) => bump)))
    const needed = releaseFor(weight, release.version)
    const promised = promisedBump(root, release)
    return { state: "compared", base: release, apis, weight, needed, promised, kept: isAtLeast(promised, needed) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface RootedSpecs {
  readonly root: string
  readonly specs: ReadonlyArray<BundledSpec>
}

const apiChanges = (base: RootedSpecs, revision: RootedSpecs): Promise<ReleaseComparison["apis"]> => {
  const names = new Set([...base.specs, ...revision.specs].map(({ api }) => api))
  return Promise.all(
    [...names].sort().map(async (api) => {
      const before = base.specs.find((spec) => spec.api === api)
      const after = revision.specs.find((spec) => spec.api === api)
      if (before !== undefined && after !== undefined) {
        const changes = await specChanges({ root: base.root, spec: before }, { root: revision.root, spec: after })
        return { api, changes }
      }
      return { api, changes: [after === undefined ? wholeApi("removed", before) : wholeApi("added", after)] }
    })
  )
}

const wholeApi = (kind: "added" | "removed", spec: BundledSpec | undefined): Change => ({
  bump: kind === "added" ? "minor" : "major",
  kind,
  subject: "API",
  place: "",
  message: `The whole API was ${kind}.`,
  source: spec?.path ?? ""
})
