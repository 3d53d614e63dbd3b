import { mkdtempSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { createConsumer, type Consumer } from "../src/consumer.ts"

declare module "vitest" {
  export interface ProvidedContext {
    readonly consumer: Consumer
  }
}

/** Builds, packs and installs once for all tests. */
export default function setup(project: TestProject): () => void {
  const target = realpathSync(mkdtempSync(join(tmpdir(), "packaging-")))
  const remove = (): void => rmSync(target, { recursive: true })
  try {
    project.provide("consumer", createConsumer(target))
  } catch (error) {
    remove()
    throw error
  }
  return remove
}
