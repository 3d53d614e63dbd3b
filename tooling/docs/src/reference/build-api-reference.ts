import { readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import {
  Application,
  Converter,
  OptionDefaults,
  ReflectionKind,
  TSConfigReader,
  type ProjectReflection,
  type TypeDocOptions
} from "typedoc"
import { entryPoints, packageFolders, type EntryPoint } from "./entry-points.ts"
import { frontPage } from "./front-page.ts"
import { describeGenerated } from "./generated-comments.ts"
import { specTags, unfoldSpecDescriptions } from "./spec-descriptions.ts"
import { undocumentedScenarios } from "./undocumented-scenarios.ts"
import { WarningCollector } from "./warning-collector.ts"

/** What was written. */
export interface ApiReference {
  readonly folder: string
  /** HTML pages. */
  readonly pages: number
  /** Links that lead nowhere, exports without a docstring, unknown tags. None of them should be there. */
  readonly warnings: ReadonlyArray<string>
}

/**
 * Builds the API reference from the docstrings of the packages: static HTML that needs no network.
 *
 * @throws Error if the sources cannot be read
 */
export const buildApiReference = async (
  folder: string,
  progress: (step: string) => void = () => {}
): Promise<ApiReference> => {
  const entries = entryPoints()
  const application = await Application.bootstrap(optionsFor(entries), [new TSConfigReader()])
  const log = (application.logger = new WarningCollector())
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    unfoldSpecDescriptions(project)
    describeGenerated(project)
    dropRepetition(project)
    project.readme = frontPage(project)
  })

  progress(`Reading ${entries.length} entry points`)
  const project = convert(application, entries)
  application.validate(project)
  progress("Writing pages")
  await application.generateDocs(project, folder)
  return { folder, pages: pagesIn(folder), warnings: log.warnings }
}

const optionsFor = (entries: ReadonlyArray<EntryPoint>): TypeDocOptions => ({
  name: "tve-pass",
  entryPoints: entries.map(({ file }) => file),
  tsconfig: fileURLToPath(new URL("../../typedoc.tsconfig.json", import.meta.url)),
  // The compiler that checks this repository is another one: typedoc needs the JavaScript API of TypeScript 5.
  skipErrorChecking: true,
  readme: "none",
  hideGenerator: true,
  // There is no address at which a reader finds the sources.
  disableSources: true,
  // What Effect's own classes bring along is described by Effect.
  excludeExternals: true,
  excludePrivate: true,
  blockTags: [...OptionDefaults.blockTags, ...specTags],
  validation: { invalidLink: true, invalidPath: true, notDocumented: true, notExported: true, rewrittenLink: true },
  requiredToBeDocumented: ["Function", "Class", "Interface", "TypeAlias", "Variable", "Namespace"],
  intentionallyNotDocumented: [...undocumentedScenarios()],
  packagesRequiringDocumentation: packageFolders.map((folder) => `@tve-pass/${folder}`)
})

/** Converts the entry points under the names by which they are imported. */
const convert = (application: Application, entries: ReadonlyArray<EntryPoint>): ProjectReflection => {
  const found = application.getEntryPoints() ?? []
  const named = found.map((entry) => ({
    ...entry,
    displayName: entries.find(({ file }) => file === entry.sourceFile.fileName)?.name ?? entry.displayName
  }))
  if (named.length !== entries.length)
    throw new Error(`typedoc found ${named.length} of ${entries.length} entry points.`)
  return application.converter.convert(named)
}

/**
 * `paths` holds every operation once more, by path and method: a page of six megabytes, all of which is on the page of
 * `operations`.
 */
const dropRepetition = (project: ProjectReflection): void => {
  const repeated = project
    .getReflectionsByKind(ReflectionKind.Interface)
    .flatMap((reflection) =>
      reflection.name === "paths" && reflection.isDeclaration() ? (reflection.children ?? []) : []
    )
  for (const path of repeated) project.removeReflection(path)
}

const pagesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html")).length
