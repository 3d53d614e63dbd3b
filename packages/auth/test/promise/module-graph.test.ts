import { build } from "esbuild"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

test("the promise facade loads neither Config, Schema, Stream nor HttpClient", async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/promise/index.ts", import.meta.url))],
    bundle: true,
    // What Node loads: every module that is imported, used or not.
    treeShaking: false,
    ignoreAnnotations: true,
    platform: "node",
    format: "esm",
    metafile: true,
    write: false
  })
  const modules = Object.keys(metafile.inputs).flatMap((path) => /\/effect\/dist\/(.*)\.js$/.exec(path)?.[1] ?? [])
  expect(modules).toContain("Effect")
  expect(modules.filter((name) => /^(Config|Schema|Stream|http\/|persistence\/|internal\/schema)/.test(name))).toEqual(
    []
  )
  expect(modules.length).toBeLessThanOrEqual(67)
})
