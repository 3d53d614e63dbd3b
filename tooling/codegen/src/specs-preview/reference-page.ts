import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { redocly } from "../redocly.ts"
import type { BundledSpec } from "../spec/bundled-spec.ts"

/** Renders a spec as one HTML page that loads nothing else. */
export const referencePage = async (root: string, { path, document }: BundledSpec): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "reference-"))
  try {
    const file = join(folder, "index.html")
    const title = document.info?.title ?? path
    await redocly("build-docs", join(root, path), "--inlineBundle", "--title", title, "--output", file)
    return await readFile(file, "utf8")
  } finally {
    await rm(folder, { recursive: true })
  }
}
