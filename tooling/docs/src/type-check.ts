import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, relative } from "node:path"
import type { PageFolders } from "./page-folders.ts"
import { room } from "./repository.ts"
import { runNode } from "./run-process.ts"

/** What the compiler has against a line of a block's file. */
export interface TypeProblem {
  /** Path from the folder of all pages. */
  readonly path: string
  /** Line in that file, counted from 1. */
  readonly line: number
  readonly text: string
}

const require = createRequire(import.meta.url)

/** Checks all files in one run of TypeScript 7, with the strict settings of this repository. */
export const typeCheck = async ({ folder, files }: PageFolders): Promise<ReadonlyArray<TypeProblem>> => {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify(
      settings(
        folder,
        files.map(({ path }) => path)
      )
    )
  )
  const compiler = join(dirname(require.resolve("typescript-7/package.json")), "bin", "tsc")
  const { stdout, stderr } = await runNode(folder, compiler, "-p", folder, "--pretty", "false", "--checkers", "1")
  return problemsIn(`${stdout}${stderr}`)
}

const settings = (folder: string, files: ReadonlyArray<string>) => ({
  extends: "@tve-pass/tsconfig/strict.json",
  compilerOptions: {
    noEmit: true,
    types: ["node"],
    lib: ["es2022", "dom", "dom.iterable", "esnext.disposable"],
    allowJs: true,
    checkJs: true,
    // A block may end with the value that it is about.
    noUnusedLocals: false
  },
  files: [...files, ...foreignModules().map((path) => relative(folder, path))]
})

/** Modules that pages import and this repository does not install, such as those of React Native. */
const foreignModules = (): ReadonlyArray<string> => {
  const modules = join(room, "contexts", "modules")
  return existsSync(modules) ? readdirSync(modules).map((name) => join(modules, name)) : []
}

const problemsIn = (output: string): ReadonlyArray<TypeProblem> => {
  const problems: Array<TypeProblem> = []
  for (const line of output.split("\n").filter((text) => text !== "")) {
    const start = /^(.*)\((\d+),\d+\): (error .*)$/.exec(line)
    const last = problems.at(-1)
    if (start !== null) problems.push({ path: start[1] ?? "", line: Number(start[2]), text: start[3] ?? "" })
    else if (/^\s/.test(line) && last !== undefined) problems.push({ ...last, text: line.trim() })
    else problems.push({ path: "", line: 0, text: line })
  }
  return problems
}
