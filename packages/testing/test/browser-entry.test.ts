import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { describe, expect, it } from "vitest"

/** Everything an entry would bring into a browser, by path. */
const bundled = async (entry: string, platform: "browser" | "node" = "browser"): Promise<ReadonlyArray<string>> => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    // For the browser it fails on whatever only Node has.
    platform,
    logLevel: "silent"
  })
  return Object.keys(metafile.inputs)
}

describe("the browser entry", () => {
  it.each(["index.ts", "msw/index.ts"])("carries no Node code: %s", async (entry) => {
    const inputs = await bundled(entry)
    expect(inputs.filter((path) => path.includes("src/server/") || path.includes("src/cli/"))).toEqual([])
    expect(inputs.length).toBeGreaterThan(50)
  })

  it("depends on nothing beside msw, its dependencies and the client", async () => {
    const packages = (await bundled("index.ts"))
      .filter((path) => path.includes("node_modules/"))
      .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1])
    expect(new Set(packages)).toContain("msw")
    expect([...new Set(packages)].filter((name) => name === "effect" || name === "ajv")).toEqual([])
  })
})

it.each([
  ["simulator/index.ts", "browser"],
  ["server/index.ts", "node"],
  ["cli/main.ts", "node"]
] as const)("needs no msw: %s", async (entry, platform) => {
  const inputs = await bundled(entry, platform)
  expect(inputs.filter((path) => path.includes("node_modules/msw/"))).toEqual([])
  expect(inputs.length).toBeGreaterThan(5)
})
