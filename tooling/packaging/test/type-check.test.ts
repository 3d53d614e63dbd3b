import { afterAll, describe, expect, inject, test } from "vitest"
import { subpathsOf } from "../src/published-packages.ts"
import { consumerSource, typeCheck, type Compiler } from "../src/type-check.ts"

const { packed, installations } = inject("installed")
const { folder } = installations.everything
const measured: Array<string> = []
afterAll(() => console.log(["Type check of all 13 operations, declarations included:", ...measured].join("\n  ")))

describe("an application that uses all 13 operations type-checks", () => {
  test.each<Compiler>(["typescript-5", "typescript-6", "typescript"])("with %s", (compiler) => {
    const name = "all-operations"
    const { exitCode, output, version, elapsed } = typeCheck({ folder, name, source: consumerSource(name), compiler })
    measured.push(`TypeScript ${version}: ${elapsed.toFixed(2)} s`)
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: "" })
  })
})

const importAll = (subpaths: ReadonlyArray<string>) =>
  subpaths.map((subpath, index) => `export * as part${index} from "${subpath}"\n`).join("")

describe("the declarations of every subpath type-check", () => {
  const subpaths = packed.flatMap(({ manifest }) => subpathsOf(manifest))

  test.each<Compiler>(["typescript-5", "typescript"])("with %s", (compiler) => {
    const source = importAll(subpaths)
    const { exitCode, output } = typeCheck({ folder, name: "every-subpath", source, compiler, types: ["node"] })
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: "" })
  })

  test.each<Compiler>(["typescript-5", "typescript"])(
    "without Node's, but for the one of files, with %s",
    (compiler) => {
      const source = importAll(subpaths.filter((subpath) => subpath !== "@tve-pass/auth/file"))
      const { exitCode, output } = typeCheck({ folder, name: "without-node", source, compiler })
      expect({ exitCode, output }).toEqual({ exitCode: 0, output: "" })
    }
  )
})
