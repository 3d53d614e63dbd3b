import { build } from "esbuild"
import { join } from "node:path"
import { expect, it } from "vitest"

it("ships neither player nor profiles nor Effect with a second screen", async () => {
  const { metafile } = await build({
    stdin: {
      contents: `export { createSecondScreen } from "@tve-pass/entitlement/second-screen"`,
      resolveDir: join(import.meta.dirname, "../.."),
      loader: "ts"
    },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false
  })
  const unwanted = /\/(?:decisions|machine|sign-out|temporary-access|storage)\/|node_modules\/effect\//
  const [output] = Object.values(metafile.outputs)
  expect(Object.keys(output?.inputs ?? {}).filter((input) => unwanted.test(input))).toEqual([])
})
