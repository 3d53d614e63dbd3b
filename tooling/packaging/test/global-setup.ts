import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { installPackages, type InstalledPackages } from "../src/installations.ts"

declare module "vitest" {
  export interface ProvidedContext {
    readonly installed: InstalledPackages
  }
}

/** Builds, packs and installs once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const target = realpathSync(mkdtempSync(join(tmpdir(), "packaging-")))
  const remove = (): void => rmSync(target, { recursive: true })
  try {
    project.provide("installed", await installPackages(target))
  } catch (error) {
    remove()
    throw error
  }
  return remove
}
