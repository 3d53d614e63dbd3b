import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import { subpathsOf } from "../src/published-packages.ts"
import { leftByEsbuild, leftByVite } from "../src/tree-shaking.ts"

const { packed, installations } = inject("installed")
const { folder } = installations.everything

/** Names from an entry, and all that a bundle with nothing else consists of. */
const single = [
  { names: "match", from: "@tve-pass/client", left: ["@tve-pass/client/dist/open-enum/match.js"] },
  { names: "environments", from: "@tve-pass/client", left: ["@tve-pass/client/dist/origin/environments.js"] },
  {
    names: "deviceInfoHeader",
    from: "@tve-pass/client",
    left: [
      "@tve-pass/client/dist/headers/base64.js",
      "@tve-pass/client/dist/headers/device-info.js",
      "@tve-pass/client/dist/headers/invalid-header-error.js",
      "@tve-pass/client/dist/headers/is-text.js",
      "@tve-pass/client/dist/without-null.js"
    ]
  },
  {
    names: "createDcrClient",
    from: "@tve-pass/client/dcr",
    left: [
      "@tve-pass/client/dist/api-client/client-options.js",
      "@tve-pass/client/dist/api-client/create-api-client.js",
      "@tve-pass/client/dist/dcr/create-dcr-client.js",
      "@tve-pass/client/dist/generated/dcr/contracts.js",
      "@tve-pass/client/dist/origin/environments.js",
      "@tve-pass/client/dist/origin/invalid-origin-error.js",
      "@tve-pass/client/dist/origin/resolve-origin.js",
      "openapi-fetch/dist/index.mjs"
    ]
  },
  {
    // Nothing of DCR, and not the catalogue of enhanced errors.
    names: "createRestV2Client",
    from: "@tve-pass/client/rest-v2",
    left: [
      "@tve-pass/client/dist/api-client/client-options.js",
      "@tve-pass/client/dist/api-client/create-api-client.js",
      "@tve-pass/client/dist/generated/rest-v2/contracts.js",
      "@tve-pass/client/dist/origin/environments.js",
      "@tve-pass/client/dist/origin/invalid-origin-error.js",
      "@tve-pass/client/dist/origin/resolve-origin.js",
      "@tve-pass/client/dist/rest-v2/create-rest-v2-client.js",
      "openapi-fetch/dist/index.mjs"
    ]
  },
  {
    names: "exampleSoftwareStatement",
    from: "@tve-pass/testing/simulator",
    left: ["@tve-pass/testing/dist/simulator/default-options.js"]
  }
]

/** What a memory store needs of the auth layer; the rest is of Effect. */
const memoryStore = [
  "@tve-pass/auth/dist/coordination/in-process-lock.js",
  "@tve-pass/auth/dist/coordination/turn.js",
  "@tve-pass/auth/dist/errors/auth-error.js",
  "@tve-pass/auth/dist/errors/reason-explanation.js",
  "@tve-pass/auth/dist/runtime/within.js",
  "@tve-pass/auth/dist/store/memory-store.js"
]

/** Folders below `dist` that `createAdobePass` brings something of: neither `file`, `layer` nor `pool`. */
const ofAdobePass = {
  "@tve-pass/auth": [
    "application",
    "assembly",
    "authorized-fetch",
    "coordination",
    "dcr-call",
    "errors",
    "events",
    "network",
    "observation",
    "policy",
    "promise",
    "registration",
    "runtime",
    "store",
    "throttle",
    "token-source"
  ],
  "@tve-pass/client": ["headers", "origin", "sha256.js", "without-null.js"]
}

/** Modules of Effect that are large. */
const largeModules = ["Layer", "Schedule", "Schema", "Stream", "http/HttpClient", "persistence/RateLimiter"].map(
  (name) => `effect/dist/${name}.js`
)

const foldersIn = (left: ReadonlyArray<string>, name: string): ReadonlyArray<string | undefined> => [
  ...new Set(
    left.filter((path) => path.startsWith(`${name}/dist/`)).map((path) => path.slice(name.length).split("/")[2])
  )
]

describe.each([
  { bundler: "esbuild", left: leftByEsbuild },
  { bundler: "Vite", left: leftByVite }
])("$bundler", ({ left: leftBy }) => {
  test.each(packed.flatMap(({ manifest }) => subpathsOf(manifest)))(
    "leaves nothing of an unused %s",
    async (subpath) => {
      expect(await leftBy(folder, `import "${subpath}"`)).toEqual([])
      expect(await leftBy(folder, `import * as unused from "${subpath}"`)).toEqual([])
    }
  )

  test.each(single)("leaves of $from what $names needs", async ({ names, from, left }) => {
    expect(await leftBy(folder, `export { ${names} } from "${from}"`)).toEqual(left)
  })

  test.each(["@tve-pass/auth", "@tve-pass/auth/promise"])("leaves of %s what memoryStore needs", async (subpath) => {
    const left = await leftBy(folder, `export { memoryStore } from "${subpath}"`)
    expect(left.filter((path) => !path.startsWith("effect/"))).toEqual(memoryStore)
  })

  test("leaves of the promise facade no layers, files, pools, nor large modules of Effect", async () => {
    const left = await leftBy(folder, `export { createAdobePass } from "@tve-pass/auth/promise"`)
    expect(left.filter((path) => !/^(effect|@tve-pass\/(auth|client))\//.test(path))).toEqual([])
    for (const [name, folders] of Object.entries(ofAdobePass)) expect(foldersIn(left, name)).toEqual(folders)
    expect(left.filter((path) => largeModules.includes(path))).toEqual([])
  })
})

test("the large modules exist, so that their absence means something", () => {
  expect(largeModules.filter((path) => !existsSync(join(folder, "node_modules", path)))).toEqual([])
})
