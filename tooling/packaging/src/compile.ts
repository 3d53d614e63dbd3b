import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Outcome } from "./run.ts"
import { runAsStranger } from "./stranger.ts"
import { toolScript } from "./tool.ts"

/** Installed compilers, by the name of their package here. */
export type Compiler = "typescript-5" | "typescript-6" | "typescript"

/** How a project finds the packages that it imports. */
const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" }
} as const

export type Resolution = keyof typeof resolutions

export interface CompileOptions {
  /** Of the project: every source in it is compiled, those in folders below are not. */
  readonly folder: string
  readonly resolution: Resolution
  readonly compiler: Compiler
  /** Folder to write JavaScript to; without it, types are checked and nothing is written. */
  readonly outDir?: string
  /** Names of `@types` packages that the project uses. */
  readonly types?: ReadonlyArray<string>
  /** Default: ES2022 and the DOM. */
  readonly lib?: ReadonlyArray<string>
}

/** Compiles a project with settings stricter than usual, the declarations of libraries included. */
export const compile = (options: CompileOptions): Promise<Outcome> => {
  const { folder, resolution, compiler, outDir, types = [], lib = ["es2022", "dom", "dom.iterable"] } = options
  const file = join(folder, `tsconfig.${resolution}.${compiler}.json`)
  const compilerOptions = {
    ...resolutions[resolution],
    ...(outDir === undefined ? { noEmit: true } : { outDir, rootDir: folder }),
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: "es2022",
    lib,
    types
  }
  writeFileSync(file, JSON.stringify({ compilerOptions, include: ["*.ts", "*.mts"] }))
  return runAsStranger(folder, process.execPath, toolScript(compiler, "bin/tsc"), "-p", file)
}
