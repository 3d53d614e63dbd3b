import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import { compile, type Compiler } from "../src/compile.ts"
import { placeConsumer } from "../src/consumer.ts"
import { subpathsOf } from "../src/published-packages.ts"

const { packed, installations } = inject("installed")
const { everything } = installations
const clean = { exitCode: 0, output: "" }

describe("an application that uses all 13 operations type-checks", () => {
  const folder = placeConsumer("all-operations", everything)

  test.each<Compiler>(["typescript-5", "typescript-6", "typescript"])("with %s", async (compiler) => {
    expect(await compile({ folder, resolution: "nodenext", compiler })).toEqual(clean)
  })
})

/** A project that imports all of these. */
const projectOf = (name: string, subpaths: ReadonlyArray<string>): string => {
  const folder = join(everything.folder, name)
  mkdirSync(folder)
  const source = subpaths.map((subpath, index) => `export * as part${index} from "${subpath}"\n`).join("")
  writeFileSync(join(folder, "index.ts"), source)
  return folder
}

describe("the declarations of every subpath type-check", () => {
  const subpaths = packed.flatMap(({ manifest }) => subpathsOf(manifest))
  const all = projectOf("every-subpath", subpaths)
  const withoutFiles = projectOf(
    "without-node",
    subpaths.filter((subpath) => subpath !== "@tve-pass/auth/file")
  )

  test.each<Compiler>(["typescript-5", "typescript"])("with %s", async (compiler) => {
    expect(await compile({ folder: all, resolution: "nodenext", compiler, types: ["node"] })).toEqual(clean)
  })

  const clientWithoutDom = projectOf(
    "client-without-dom",
    subpaths.filter((subpath) => subpath.startsWith("@tve-pass/client"))
  )
  // msw, which `@tve-pass/testing` and its `./msw` bring, needs the DOM itself.
  const withoutDom = projectOf(
    "without-dom",
    subpaths.filter((subpath) => !/^@tve-pass\/testing(\/msw)?$/.test(subpath))
  )

  test.each<Compiler>(["typescript-5", "typescript"])("without the DOM library, with %s", async (compiler) => {
    const options = { lib: ["es2022"], types: ["node"] }
    const { output } = await compile({ folder: withoutDom, resolution: "nodenext", compiler, ...options })
    // Those of effect name types of the DOM, which `@types/node` does not have.
    const errors = output.split("\n").filter((line) => line.includes("error TS") && !/\beffect\/dist\//.test(line))
    expect(errors).toEqual([])
    const client = { folder: clientWithoutDom, resolution: "nodenext", compiler } as const
    expect(await compile({ ...client, ...options })).toEqual(clean)
  })

  test.each<Compiler>(["typescript-5", "typescript"])(
    "without Node's, but for the one of files, with %s",
    async (compiler) => {
      expect(await compile({ folder: withoutFiles, resolution: "nodenext", compiler })).toEqual(clean)
    }
  )
})
