import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, inject, test } from "vitest"
import { checkTypes, compile, type CheckedProject, type JavaScriptCompiler } from "../src/compile.ts"
import { placeConsumer } from "../src/consumer.ts"
import { subpathsOf } from "../src/published-packages.ts"

const { packed, installations } = inject("installed")
const { everything, withoutMsw } = installations

/** Creates a project that imports these subpaths. */
const projectOf = (name: string, subpaths: ReadonlyArray<string>): string => {
  const folder = join(everything.folder, name)
  mkdirSync(folder)
  const source = subpaths.map((subpath, index) => `export * as part${index} from "${subpath}"\n`).join("")
  writeFileSync(join(folder, "index.ts"), source)
  return folder
}

const subpaths = packed.flatMap(({ manifest }) => subpathsOf(manifest))
const everySubpath: CheckedProject = {
  name: "every subpath",
  folder: projectOf("every-subpath", subpaths),
  resolution: "nodenext",
  types: ["node"],
  declarations: "all"
}
const application = placeConsumer("typescript", withoutMsw)
const withoutDom = { resolution: "nodenext", lib: ["es2022"], types: ["node"] } as const

/** The declarations of other libraries are checked once by each compiler, and in each project by TypeScript 7. */
const projects: ReadonlyArray<CheckedProject> = [
  everySubpath,
  {
    name: "an application that uses all 13 operations",
    folder: placeConsumer("all-operations", everything),
    resolution: "nodenext",
    declarations: "ours"
  },
  {
    name: "every subpath without Node's types, but for the one of files",
    folder: projectOf(
      "without-node",
      subpaths.filter((subpath) => subpath !== "@tve-pass/auth/file")
    ),
    resolution: "nodenext",
    declarations: "ours"
  },
  {
    name: "the client without the DOM library",
    folder: projectOf(
      "client-without-dom",
      subpaths.filter((subpath) => subpath.startsWith("@tve-pass/client"))
    ),
    ...withoutDom,
    declarations: "ours"
  }
]

const everySubpathWithoutDom: CheckedProject = {
  name: "every subpath without the DOM library",
  // msw, which `@tve-pass/testing` and its `./msw` bring, needs the DOM itself.
  folder: projectOf(
    "without-dom",
    subpaths.filter((subpath) => !/^@tve-pass\/testing(\/msw)?$/.test(subpath))
  ),
  ...withoutDom,
  declarations: "ours"
}
const applications = (["nodenext", "bundler"] as const).map((resolution) => ({
  name: `an application in TypeScript, moduleResolution ${resolution}`,
  folder: application,
  resolution,
  declarations: "ours" as const
}))

const withAnError = join(everything.folder, "with-an-error")
mkdirSync(withAnError)
writeFileSync(join(withAnError, "index.ts"), `export type { Wrong } from "./declarations.d.ts"\n`)
writeFileSync(join(withAnError, "declarations.d.ts"), "export type Wrong = HTMLElement\n")
const accepted: CheckedProject = {
  name: "a declaration that needs the DOM, with it",
  folder: withAnError,
  resolution: "bundler",
  declarations: "ours"
}
const refused: CheckedProject = {
  ...withoutDom,
  name: "a declaration that needs the DOM, without it",
  folder: withAnError,
  declarations: "ours"
}

describe.each<JavaScriptCompiler>(["typescript-5", "typescript-6"])("%s", (compiler) => {
  const all = [...projects, everySubpathWithoutDom, ...applications, accepted]
  let problems: Readonly<Record<string, string>> = {}
  beforeAll(async () => {
    problems = await checkTypes(compiler, [...all, refused])
  })

  test.each(all.map(({ name }) => name))("accepts %s", (name) => {
    expect(problems[name]).toBe("")
  })

  test("finds a declaration with an error", () => {
    expect(problems[refused.name]).toBe("declarations.d.ts(1,21): error TS2304: Cannot find name 'HTMLElement'.\n")
  })
})

// What TypeScript 7 makes of the applications is compiled and run in consumers/typescript.test.ts.
describe("TypeScript 7 accepts", () => {
  test.each(projects.map((project) => ({ ...project })))("$name", async (project) => {
    expect(await compile(project)).toEqual({ exitCode: 0, output: "" })
  })

  test("every subpath without the DOM library", async () => {
    const { output } = await compile(everySubpathWithoutDom)
    // Those of effect name types of the DOM, which `@types/node` does not have.
    const errors = output.split("\n").filter((line) => line.includes("error TS") && !/\beffect\/dist\//.test(line))
    expect(errors).toEqual([])
  })
})
