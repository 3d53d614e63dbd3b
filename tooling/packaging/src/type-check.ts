import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { runNode, type Outcome } from "./run.ts"
import { toolScript } from "./tool.ts"

/** Installed compilers, by the name of their package here. */
export type Compiler = "typescript-5" | "typescript-6" | "typescript"

export interface TypeCheck extends Outcome {
  /** `5.9.3`. */
  readonly version: string
  /** Seconds from start to end of the compiler's process. */
  readonly elapsed: number
}

export interface TypeCheckOptions {
  /** The consumer that the packages are installed in. */
  readonly folder: string
  /** Of the project, which gets a folder of its own in the consumer. */
  readonly name: string
  readonly source: string
  readonly compiler: Compiler
  /** Names of `@types` packages that the project uses. */
  readonly types?: ReadonlyArray<string>
}

/** Type-checks one file as a project of the consumer would: strict, and the declarations of libraries included. */
export const typeCheck = ({ folder, name, source, compiler, types = [] }: TypeCheckOptions): TypeCheck => {
  const project = join(folder, name)
  mkdirSync(project, { recursive: true })
  writeFileSync(join(project, "index.ts"), source)
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...settings, types } }))
  const tsc = toolScript(compiler, "bin/tsc")
  const { output: version } = runNode(project, tsc, "--version")
  const start = performance.now()
  const outcome = runNode(project, tsc, "-p", "tsconfig.json")
  const elapsed = (performance.now() - start) / 1000
  return { ...outcome, version: version.trim().replace("Version ", ""), elapsed }
}

const settings = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext"
}

/** Source of an application in `consumers/`. */
export const consumerSource = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../consumers/${name}/${name}.ts`, import.meta.url)), "utf8")
