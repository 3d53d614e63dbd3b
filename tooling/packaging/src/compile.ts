import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Outcome } from "./run.ts"
import { runAsStranger } from "./stranger.ts"
import { toolScript } from "./tool.ts"
import type { Compiler } from "./type-check.ts"

/** How a project finds the packages that it imports. */
export const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" }
} as const

export type Resolution = keyof typeof resolutions

export interface CompileOptions {
  /** Of the project: everything in it is compiled. */
  readonly folder: string
  readonly resolution: Resolution
  readonly compiler: Compiler
  /** Folder to write JavaScript to; without it, types are checked and nothing is written. */
  readonly outDir?: string
}

/** Compiles a project with strict settings, declarations of libraries included; every combination in a file of its own. */
export const compile = ({ folder, resolution, compiler, outDir }: CompileOptions): Promise<Outcome> => {
  const file = join(folder, `tsconfig.${resolution}.${compiler}.json`)
  const compilerOptions = {
    ...resolutions[resolution],
    ...(outDir === undefined ? { noEmit: true } : { outDir, rootDir: folder }),
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: []
  }
  writeFileSync(file, JSON.stringify({ compilerOptions, include: ["*.ts", "*.mts"] }))
  return runAsStranger(folder, process.execPath, toolScript(compiler, "bin/tsc"), "-p", file)
}
