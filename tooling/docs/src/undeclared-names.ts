import ts from "typescript"

/** "Cannot find name", with and without a suggestion, and the same for a shorthand property. */
const cannotFind = new Set([2304, 2552, 18_004])

/**
 * The names that a module uses without declaring or importing them, by file; those of the platform (`console`) are among
 * them. The JavaScript compiler answers this from the text alone, with no library and no imported module at hand.
 */
export const undeclaredNames = (files: Readonly<Record<string, string>>): Readonly<Record<string, Set<string>>> => {
  const sources = new Map(
    Object.entries(files).map(([name, text]) => [name, ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)])
  )
  const program = ts.createProgram(
    [...sources.keys()],
    { noResolve: true, noLib: true, allowJs: true, checkJs: true },
    {
      getSourceFile: (name) => sources.get(name),
      getDefaultLibFileName: () => "lib.d.ts",
      writeFile: () => undefined,
      getCurrentDirectory: () => "/",
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      fileExists: (name) => sources.has(name),
      readFile: (name) => files[name]
    }
  )
  return Object.fromEntries(
    [...sources].map(([name, source]) => [name, new Set(program.getSemanticDiagnostics(source).flatMap(nameIn))])
  )
}

const nameIn = ({ code, file, start, length }: ts.Diagnostic): ReadonlyArray<string> =>
  cannotFind.has(code) && file !== undefined && start !== undefined
    ? [file.text.slice(start, start + (length ?? 0))]
    : []

/** The names that a context file declares with `export`. */
export const declaredNames = (declarations: string): ReadonlyArray<string> =>
  [...declarations.matchAll(/^export declare (?:const|let|function|class) (\w+)/gm)].map(([, name = ""]) => name)
