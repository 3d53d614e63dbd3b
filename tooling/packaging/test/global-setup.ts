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
  project.provide("consumer", createConsumer(target))
  return () => rmSync(target, { recursive: true })
}
