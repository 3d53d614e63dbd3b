import { cpSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { runNode, type Outcome } from "./run.ts"
import { toolScript } from "./tool.ts"

/** Installed compilers, by the name of their package here. */
export const compilers = ["typescript-5", "typescript-6", "typescript"] as const

export interface TypeCheck extends Outcome {
  /** `5.9.3`. */
  readonly version: string
  /** Seconds from start to end of the compiler's process. */
  readonly elapsed: number
}

const settings = {
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "nodenext",
  moduleResolution: "nodenext",
  types: []
}

/** Copies `consumers/<name>` into the consumer and type-checks it there, against the packed packages. */
export const typeCheck = (folder: string, name: string, compiler: (typeof compilers)[number]): TypeCheck => {
  const project = join(folder, name)
  cpSync(fileURLToPath(new URL(`../consumers/${name}`, import.meta.url)), project, { recursive: true })
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: settings, include: ["*.ts"] }))
  const tsc = toolScript(compiler, "bin/tsc")
  const { output: version } = runNode(project, tsc, "--version")
  const start = performance.now()
  const outcome = runNode(project, tsc, "-p", "tsconfig.json")
  const elapsed = (performance.now() - start) / 1000
  return { ...outcome, version: version.trim().replace("Version ", ""), elapsed }
}
