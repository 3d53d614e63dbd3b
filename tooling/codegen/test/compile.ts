import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import ts from "typescript"

/** Type-checks the given files (name -> text) together; yields the errors as `file:line code`. */
export const compile = (files: Record<string, string>): ReadonlyArray<string> => {
  const folder = mkdtempSync(join(tmpdir(), "codegen-"))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const program = ts.createProgram(
      Object.keys(files).map((name) => join(folder, name)),
      {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        allowImportingTsExtensions: true,
        lib: ["lib.es2022.d.ts"],
        types: []
      }
    )
    return ts.getPreEmitDiagnostics(program).map(({ file, start, code }) => {
      if (file === undefined || start === undefined) return `TS${code}`
      const { line } = file.getLineAndCharacterOfPosition(start)
      return `${file.fileName.slice(folder.length + 1)}:${line + 1} TS${code}`
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
