import { existsSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, inject, test } from "vitest"
import { subpathsOf, type Manifest } from "../src/published-packages.ts"
import { effectsOfLoading, leftByEsbuild, leftByVite } from "../src/tree-shaking.ts"

const { packed, installations } = inject("installed")
const { folder } = installations.everything

/** Names from an entry, and the only sources that a bundle of them may have code of. */
const single = [
  { names: "match", from: "@tve-pass/client", only: /client\/src\/open-enum\// },
  { names: "environments", from: "@tve-pass/client", only: /client\/src\/origin\/resolve-origin/ },
  {
    names: "deviceInfoHeader",
    from: "@tve-pass/client",
    only: /client\/src\/(headers\/|generated\/rest-v2\/device-info)/
  },
  {
    names: "createDcrClient",
    from: "@tve-pass/client/dcr",
    only: /client\/src\/(json\.ts|(api-client|dcr|origin|response|generated\/dcr)\/)/
  },
  {
    // Nothing of DCR, and not the catalogue of enhanced errors.
    names: "createRestV2Client",
    from: "@tve-pass/client/rest-v2",
    only: /client\/src\/(json\.ts|api-client|origin|response|rest-v2\/create-|generated\/rest-v2\/contracts)/
  },
  {
    names: "exampleSoftwareStatement",
    from: "@tve-pass/testing/simulator",
    only: /simulator\/example-software-statement\.ts/
  },
  {
    names: "memoryStore",
    from: "@tve-pass/auth",
    only: /^effect\/|auth\/src\/(coordination|errors|runtime|store)\//
  },
  {
    names: "memoryStore",
    from: "@tve-pass/auth/promise",
    only: /^effect\/|auth\/src\/(coordination|errors|runtime|store)\//
  }
]

/** What the promise facade of a single device leaves out. */
const notOfAdobePass = /auth\/src\/(file|layer|pool|key-value-store)\/|client\/src\/(dcr|narrow|rest-v2)\//

/** Whether bundlers for browsers refuse the package. */
const isForNode = ({ exports }: Manifest): boolean =>
  Object.values(exports).some((target) => typeof target === "object" && "browser" in target)

/** Modules of Effect that are large. */
const largeModules = ["Layer", "Schedule", "Schema", "Stream", "http/HttpClient", "persistence/RateLimiter"].map(
  (name) => `effect/src/${name}.ts`
)

const unused = packed.flatMap(({ manifest }) => (isForNode(manifest) ? [] : subpathsOf(manifest)))

describe.each([
  { bundler: "esbuild", leftBy: leftByEsbuild },
  { bundler: "Vite", leftBy: leftByVite }
])("$bundler", ({ leftBy }) => {
  const leftOf = async (entry: string): Promise<ReadonlyArray<string>> => (await leftBy(folder, [entry])).flat()

  describe("leaves nothing of an unused", () => {
    // What one entry uses is left for all: nothing is left of all of them only if nothing is left of each.
    let imported: ReadonlyArray<ReadonlyArray<string>> = []
    let named: ReadonlyArray<ReadonlyArray<string>> = []
    beforeAll(async () => {
      imported = await leftBy(
        folder,
        unused.map((subpath) => `import "${subpath}"`)
      )
      named = await leftBy(
        folder,
        unused.map((subpath) => `import * as unused from "${subpath}"`)
      )
    })

    test.each(unused.map((subpath, index) => [subpath, index] as const))("%s", (_, index) => {
      expect(imported[index]).toEqual([])
      expect(named[index]).toEqual([])
    })
  })

  test.each(single)("leaves of $from only what $names needs", async ({ names, from, only }) => {
    const left = await leftOf(`export { ${names} } from "${from}"`)
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((path) => !only.test(path))).toEqual([])
  })

  test("attributes to each entry of a build what is left of it", async () => {
    const [of, none] = await leftBy(folder, [
      `export { match } from "@tve-pass/client"`,
      `import "@tve-pass/client/rest-v2"`
    ])
    expect(of).toEqual(await leftOf(`export { match } from "@tve-pass/client"`))
    expect(none).toEqual([])
  })

  test("leaves of the promise facade no layers, files, pools, nor large modules of Effect", async () => {
    const left = await leftOf(`export { createAdobePass } from "@tve-pass/auth/promise"`)
    expect(left.filter((path) => !/^(effect|@tve-pass\/(auth|client))\//.test(path))).toEqual([])
    expect(left.filter((path) => notOfAdobePass.test(path))).toEqual([])
    expect(left.filter((path) => largeModules.includes(path))).toEqual([])
  })
})

// Each published module consists of many sources: code that must run would keep its imports in every bundle.
test.each(["client", "client/rest-v2", "client/dcr", "auth", "auth/promise", "entitlement", "entitlement/promise"])(
  "loading @tve-pass/%s runs no code that bundlers have to keep",
  async (subpath) => expect(await effectsOfLoading(folder, `@tve-pass/${subpath}`)).toEqual([])
)

test("the large modules exist, so that their absence means something", () => {
  expect(largeModules.filter((path) => !existsSync(join(folder, "node_modules", path)))).toEqual([])
})

test("a bundle for browsers refuses what is for Node only", async () => {
  const forNode = packed.filter(({ manifest }) => isForNode(manifest)).map(({ manifest }) => manifest.name)
  expect(forNode).toEqual(["@tve-pass/management"])
  await expect(leftByEsbuild(folder, [`import "@tve-pass/management"`])).rejects.toThrow("@tve-pass/management")
})
