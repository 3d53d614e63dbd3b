import { build } from "esbuild"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { expect, it } from "vitest"

/** Bytes of what these modules take in a browser, minified and gzipped, as decisions/bundle-size.md measures. */
const sizeOf = async (contents: string): Promise<number> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false
  })
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length
}

const client = `export { createRestV2Client } from "@tve-pass/client/rest-v2";`
const pass = `export { createAdobePass } from "@tve-pass/auth/promise";`

it("adds at most 15.9 kB to createAdobePass and the REST client, 50 kB in all", async () => {
  const without = await sizeOf(client + pass)
  const whole = await sizeOf(`${client}${pass}export { createEntitlement } from "@tve-pass/entitlement/promise"`)
  expect(whole).toBeLessThanOrEqual(50_000)
  // 0.4 kB of it are functions of `effect` that createAdobePass does not use.
  expect(whole - without).toBeLessThanOrEqual(15_900)
})

it("keeps the second screen at most 6 kB above the client", async () => {
  const without = await sizeOf(client)
  const whole = await sizeOf(`${client}export * from "@tve-pass/entitlement/second-screen"`)
  expect(whole - without).toBeLessThanOrEqual(6_000)
})
