import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { successful, type Outcome } from "./run.ts"
import { runAsStranger } from "./stranger.ts"
import { toolScript } from "./tool.ts"

/** Installed compilers that are written in JavaScript, by the name of their package here. */
export type JavaScriptCompiler = "typescript-5" | "typescript-6"

/** How a project finds the packages that it imports. */
const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" }
} as const

export type Resolution = keyof typeof resolutions

export interface Project {
  /** Every source in it is compiled, those in folders below are not. */
  readonly folder: string
  readonly resolution: Resolution
  /** Names of `@types` packages that the project uses. */
  readonly types?: ReadonlyArray<string>
  /** Default: ES2022 and the DOM. */
  readonly lib?: ReadonlyArray<string>
}

/**
 * Compiles a project with TypeScript 7, with settings stricter than usual, the declarations of all packages included. Each
 * of the compiler's checkers would check the libraries that it needs: one checker takes the least processor time.
 *
 * @param outDir - Folder to write JavaScript to; without it, types are checked and nothing is written.
 */
export const compile = (project: Project, outDir?: string): Promise<Outcome> => {
  const settings = writeSettings(project, outDir === undefined ? { noEmit: true } : { outDir, rootDir: project.folder })
  const options = ["-p", settings, "--checkers", "1"]
  return runAsStranger(project.folder, process.execPath, toolScript("typescript", "bin/tsc"), ...options)
}

const writeSettings = (project: Project, emit: object): string => {
  const { folder, resolution, types = [], lib = ["es2022", "dom", "dom.iterable"] } = project
  const file = join(folder, `tsconfig.${resolution}.json`)
  const compilerOptions = {
    ...resolutions[resolution],
    ...emit,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    // The compiler's own libraries were checked by its publisher.
    skipDefaultLibCheck: true,
    target: "es2022",
    lib,
    types
  }
  writeFileSync(file, JSON.stringify({ compilerOptions, include: ["*.ts", "*.mts"] }))
  return file
}

export interface CheckedProject extends Project {
  readonly name: string
  /** Whose declarations are checked besides the project's own sources. */
  readonly declarations: "all" | "ours"
}

/**
 * Checks the types of projects with the same settings, in one process: a compiler in JavaScript takes most of its time
 * for the declarations that the projects share.
 *
 * @returns by the name of the project what the compiler reports
 */
export const checkTypes = async (
  compiler: JavaScriptCompiler,
  projects: ReadonlyArray<CheckedProject>
): Promise<Readonly<Record<string, string>>> => {
  const jobs = projects.map((project) => ({
    name: project.name,
    declarations: project.declarations,
    settings: writeSettings(project, { noEmit: true })
  }))
  const script = fileURLToPath(new URL("type-check-process.ts", import.meta.url))
  const [first] = projects
  if (first === undefined) return {}
  const outcome = await runAsStranger(first.folder, process.execPath, script, compiler, JSON.stringify(jobs))
  return JSON.parse(successful(outcome))
}
