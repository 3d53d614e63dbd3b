import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"
import { bundle, type Bundle } from "../../build/bundle.ts"

/** The bundle of the sources as they are, in a folder of its own. */
export interface BuiltBundle extends Bundle {
  readonly file: string
  readonly folder: string
}

/** Bundles the command before the tests of a file. */
export const useBundle = (): (() => BuiltBundle) => {
  let built: BuiltBundle | undefined
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "tve-pass-bundle-"))
    const result = await bundle()
    const file = join(folder, "main.mjs")
    await writeFile(file, result.code, { mode: 0o755 })
    built = { ...result, file, folder }
  })
  afterAll(() => rm(built?.folder ?? "", { recursive: true, force: true }))
  return () => {
    if (built === undefined) throw new Error("The bundle is built before the tests")
    return built
  }
}
