import { describe, expect, inject, test } from "vitest"
import { bundle } from "../src/bundle.ts"

const { installations } = inject("installed")
const { folder } = installations.everything

const restV2 = `export { createRestV2Client } from "@tve-pass/client/rest-v2"`
const facade = `export { createAdobePass } from "@tve-pass/auth/promise"`
const belowAuth = ["effect", "effect/*", "@tve-pass/client", "@tve-pass/client/*"]
const flows = `export { createEntitlement } from "@tve-pass/entitlement/promise"`
const belowEntitlement = [...belowAuth, "@tve-pass/auth", "@tve-pass/auth/*"]

/**
 * What applications import, with the most bytes that it may have, minified and gzipped. TV apps run on slow devices:
 * decisions/bundle-size.md says what each budget pays for. A budget has a slack of about 5 %; raising one needs a reason there.
 */
const budgets = [
  { name: "createRestV2Client", entry: restV2, external: [], limit: 3_500 },
  { name: "createAdobePass with createRestV2Client", entry: `${facade}; ${restV2}`, external: [], limit: 35_000 },
  { name: "own code of createAdobePass", entry: facade, external: belowAuth, limit: 20_300 },
  {
    name: "own code of AdobePass.layer",
    entry: `export { AdobePass } from "@tve-pass/auth"`,
    external: belowAuth,
    limit: 20_800
  },
  { name: "own code of createEntitlement", entry: flows, external: belowEntitlement, limit: 14_200 }
]

test.each(budgets)("$name keeps to its budget, which is near what it takes", async ({ entry, external, limit }) => {
  const { size } = await bundle({ folder, entry, external })
  expect(size).toBeLessThanOrEqual(limit)
  expect(size).toBeGreaterThan(limit * 0.8)
})

describe("@tve-pass/client", () => {
  test("a REST API V2 client leaves nothing to be found elsewhere", async () => {
    const { imports } = await bundle({
      folder,
      entry: `export { createRestV2Client } from "@tve-pass/client/rest-v2"`
    })
    expect(imports).toEqual([])
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
  test.each([
    { name: "createAdobePass", subpath: "@tve-pass/auth/promise" },
    { name: "AdobePass", subpath: "@tve-pass/auth" }
  ])("own code of $name is what is measured as such", async ({ name, subpath }) => {
    const { modules } = await bundle({
      folder,
      entry: `export { ${name} } from "${subpath}"`,
      external: ["effect", "effect/*", "@tve-pass/client", "@tve-pass/client/*"]
    })
    expect(modules.length).toBeGreaterThan(30)
    expect(modules.filter((path) => path.startsWith("node_modules/") && !path.includes("@tve-pass/auth/"))).toEqual([])
  })
})

describe("@tve-pass/entitlement", () => {
  const rare =
    /entitlement\/src\/(temporary-access|single-sign-on\/(token|partner|sign-in)|second-screen|steps|service)/

  test("createEntitlement has no code of single sign-on, TempPass, second screens, backends and the Effect service", async () => {
    const { modules } = await bundle({ folder, entry: flows, external: belowEntitlement })
    expect(modules.filter((path) => rare.test(path))).toEqual([])
  })

  test.each(["single-sign-on", "temporary-access"])("/%s has it", async (subpath) => {
    const entry = `export * from "@tve-pass/entitlement/${subpath}"`
    const { modules } = await bundle({ folder, entry, external: belowEntitlement })
    expect(modules.some((path) => rare.test(path))).toBe(true)
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
