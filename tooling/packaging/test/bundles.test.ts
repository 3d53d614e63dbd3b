import { afterAll, describe, expect, inject, test } from "vitest"
import { bundle, kilobytes } from "../src/bundle.ts"

const { folder } = inject("installed").installations.everything
const measured: Array<string> = []
afterAll(() => console.log(["Browser bundles, minified and gzipped:", ...measured].join("\n  ")))

const measure = async (name: string, budget: number, entry: string, external: ReadonlyArray<string> = []) => {
  const result = await bundle({ folder, entry, external })
  measured.push(`${name}: ${kilobytes(result.size)} of ${kilobytes(budget)}`)
  return result
}

describe("@tve-pass/client", () => {
  test("a REST API V2 client with openapi-fetch takes at most 3.5 kB", async () => {
    const entry = `export { createRestV2Client } from "@tve-pass/client/rest-v2"`
    const { size, modules, imports } = await measure("createRestV2Client and openapi-fetch", 3500, entry)
    expect(modules.some((path) => path.includes("openapi-fetch"))).toBe(true)
    expect(imports).toEqual([])
    expect(size).toBeLessThanOrEqual(3500)
  })

  test("/dcr brings nothing of /rest-v2, and the other way round", async () => {
    const dcr = await bundle({ folder, entry: `export * from "@tve-pass/client/dcr"` })
    const restV2 = await bundle({ folder, entry: `export * from "@tve-pass/client/rest-v2"` })
    expect(dcr.modules.filter((path) => path.includes("/rest-v2/"))).toEqual([])
    expect(restV2.modules.filter((path) => path.includes("/dcr/"))).toEqual([])
    expect(restV2.modules.filter((path) => path.includes("/rest-v2/"))).not.toEqual([])
  })
})

describe("@tve-pass/auth", () => {
  const promise = `export { createAdobePass } from "@tve-pass/auth/promise"`

  // Just above what it takes: decisions/bundle-size.md says what for. Raise them there first.
  test.each([
    { name: "createAdobePass", entry: promise, budget: 11_500 },
    { name: "AdobePass.layer", entry: `export { AdobePass } from "@tve-pass/auth"`, budget: 13_250 }
  ])("own code below $name takes at most $budget bytes", async ({ name, entry, budget }) => {
    const external = ["effect", "effect/*", "@tve-pass/client", "@tve-pass/client/*"]
    const { size, modules } = await measure(`own code of ${name}`, budget, entry, external)
    expect(modules.filter((path) => path.startsWith("node_modules/") && !path.includes("@tve-pass/auth/"))).toEqual([])
    expect(size).toBeLessThanOrEqual(budget)
  })

  test("the promise facade, a REST API V2 client and everything they need take at most 28 kB", async () => {
    const entry = `${promise}; export { createRestV2Client } from "@tve-pass/client/rest-v2"`
    const { size, imports } = await measure("createAdobePass, createRestV2Client and all below", 28_000, entry)
    expect(imports).toEqual([])
    expect(size).toBeLessThanOrEqual(28_000)
  })
})

describe("@tve-pass/testing", () => {
  test.each(["@tve-pass/testing", "@tve-pass/testing/msw"])("%s needs nothing of Node", async (subpath) => {
    const { modules, imports } = await bundle({
      folder,
      entry: `export * from "${subpath}"`,
      external: ["msw", "msw/*", "node:*"]
    })
    expect(modules.some((path) => path.includes("@tve-pass/testing/"))).toBe(true)
    expect(imports.filter((path) => !/^msw(\/|$)/.test(path))).toEqual([])
  })

  test("the standalone server runs without msw, an optional peer", async () => {
    const { modules, imports } = await bundle({
      folder,
      entry: `export * from "@tve-pass/testing/server"`,
      external: ["msw", "msw/*", "node:*"]
    })
    expect(modules.some((path) => path.includes("@tve-pass/testing/"))).toBe(true)
    expect(imports.filter((path) => path.startsWith("msw"))).toEqual([])
  })
})
