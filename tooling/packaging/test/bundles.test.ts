import { describe, expect, inject, test } from "vitest"
import { bundle, kilobytes } from "../src/bundle.ts"
import { applicationBundles, entryBundles, type RecordedBundle } from "../src/recorded-bundles.ts"
import { outdated, readSizeRecord, recordPath, rowsOf } from "../src/size-record.ts"

const { packed, installations } = inject("installed")
const { folder } = installations.everything
const recorded = readSizeRecord()

/** The row that a bundle is recorded in; a missing one is told with what it would say. */
const rowOf = ({ name, column }: RecordedBundle, size: number) =>
  recorded.find((row) => row.name === name) ??
  expect.unreachable(`${recordPath} has no row "${name}" with ${kilobytes(size)} under "${column}"`)

describe(`${recordPath} says what is measured`, () => {
  test.each([...applicationBundles, ...entryBundles(packed.map(({ manifest }) => manifest))])(
    "$name, $column",
    async (bundled) => {
      const { size } = await bundle({ folder, ...bundled })
      expect(outdated(rowOf(bundled, size), bundled.column, size) ?? "as recorded").toBe("as recorded")
    }
  )

  test("and nothing that is not", () => {
    const names = new Set(
      [...applicationBundles, ...entryBundles(packed.map(({ manifest }) => manifest))].map(({ name }) => name)
    )
    expect(recorded.map(({ name }) => name)).toEqual([...names])
  })

  test("within 1 %, and tells the line to update", () => {
    const [row = expect.unreachable("no row")] = rowsOf([
      "",
      "| Bundle | Measured |",
      "|---|---:|",
      "| `a` | 3.48 kB |"
    ])
    expect(row).toEqual({ name: "`a`", sizes: { Measured: 3480 }, line: 4, text: "| `a` | 3.48 kB |" })
    expect([3446, 3515].map((size) => outdated(row, "Measured", size))).toEqual([undefined, undefined])
    expect(outdated(row, "Measured", 3516)).toBe(
      `${recordPath}:4 is to say 3.52 kB under "Measured": | \`a\` | 3.48 kB |`
    )
    expect(outdated(row, "Measured", 3445)).toBe(
      `${recordPath}:4 is to say 3.44 kB under "Measured": | \`a\` | 3.48 kB |`
    )
  })
})

// TV apps run on slow devices: the page says what each budget is for. Raise them there, where the tests read them.
describe("a bundle keeps to its budget", () => {
  test.each(applicationBundles)("$name", async (bundled) => {
    const { size } = await bundle({ folder, ...bundled })
    const budget = rowOf(bundled, size).sizes["Budget"]
    expect(budget).toBeDefined()
    expect(size).toBeLessThanOrEqual(budget ?? 0)
  })
})

describe("@tve-pass/client", () => {
  test("a REST API V2 client brings openapi-fetch and leaves nothing to be found elsewhere", async () => {
    const { modules, imports } = await bundle({
      folder,
      entry: `export { createRestV2Client } from "@tve-pass/client/rest-v2"`
    })
    expect(modules.some((path) => path.includes("openapi-fetch"))).toBe(true)
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
