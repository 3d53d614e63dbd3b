import { createRequire } from "node:module"
import { dirname } from "node:path"
import type typescript from "typescript-6"

/** What `checkTypes` of compile.ts passes to this process. */
interface Job {
  readonly name: string
  readonly declarations: "all" | "ours"
  /** Path of the project's tsconfig.json. */
  readonly settings: string
}

const [compiler = "", jobs = "[]"] = process.argv.slice(2)
// Boundary: TypeScript 5.9 and 6.0 have the same interface, as far as this module uses it.
const ts: typeof typescript = createRequire(import.meta.url)(compiler)

/** Parsed sources, which all projects share. Their targets are the same; a package can be CommonJS in one only. */
const sources = new Map<string, typescript.SourceFile | undefined>()

const createHost = (options: typescript.CompilerOptions): typescript.CompilerHost => {
  const host = ts.createCompilerHost(options)
  return {
    ...host,
    getSourceFile: (path, languageVersion, ...rest) => {
      const format = typeof languageVersion === "object" ? languageVersion.impliedNodeFormat : undefined
      const key = `${path} ${format}`
      if (!sources.has(key)) sources.set(key, host.getSourceFile(path, languageVersion, ...rest))
      return sources.get(key)
    }
  }
}

const isOurs = ({ fileName }: typescript.SourceFile): boolean =>
  !fileName.includes("/node_modules/") || fileName.includes("/node_modules/@tve-pass/")

/** The declarations of a project's program that are checked. Those of the compiler's own libraries came with it, checked. */
const checkedFiles = (
  program: typescript.Program,
  declarations: Job["declarations"]
): ReadonlyArray<typescript.SourceFile> =>
  program
    .getSourceFiles()
    .filter((file) => (declarations === "all" ? !program.isSourceFileDefaultLibrary(file) : isOurs(file)))

const check = ({ settings, declarations }: Job): string => {
  const { config } = ts.readConfigFile(settings, ts.sys.readFile)
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(settings))
  const program = ts.createProgram({ rootNames: fileNames, options, host: createHost(options) })
  const files = checkedFiles(program, declarations)
  const problems = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
  ]
  return ts.formatDiagnostics(problems, {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => dirname(settings),
    getNewLine: () => "\n"
  })
}

// Boundary: see Job.
const checked = (JSON.parse(jobs) as ReadonlyArray<Job>).map((job) => [job.name, check(job)])
console.log(JSON.stringify(Object.fromEntries(checked)))
