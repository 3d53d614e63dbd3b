import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { repository, room } from "./repository.ts"

/** What a command may refer to besides the repository. */
export interface CommandSurroundings {
  /** The page that has the command, from the repository's folder. */
  readonly page: string
  /** Files that the page asks its reader to save. */
  readonly files: ReadonlyArray<string>
}

/** Commands of the system, which nothing here can be held against. */
const known = new Set(["cd", "mkdir", "export", "git", "$EDITOR", "openssl", "ls", "cat"])

/** Says what is wrong with a command of a page: a script, a program, a file or a package that does not exist. */
export const checkCommand = (command: string, surroundings: CommandSurroundings): string | undefined => {
  const parts = command.split(/\s+(?:&&|\|)\s+/).map((part) => part.trim().split(/\s+/))
  return parts
    .map((words) => checkWords(withoutVariables(words), surroundings))
    .find((problem) => problem !== undefined)
}

const withoutVariables = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word))
  return first === -1 ? [] : words.slice(first)
}

const checkWords = (words: ReadonlyArray<string>, surroundings: CommandSurroundings): string | undefined => {
  const [program = "", ...rest] = words
  switch (program) {
    case "pnpm":
      return checkPnpm(rest, surroundings)
    case "npx":
      return checkNpx(rest, surroundings)
    case "npm":
      return checkNpm(rest)
    case "node":
      return checkNode(rest, surroundings)
    case "curl":
      return checkCurl(rest)
    default:
      return known.has(program) || hasProgram(program) || ownPrograms().has(program)
        ? undefined
        : `Unknown program "${program}".`
  }
}

const checkPnpm = ([name = "", ...rest]: ReadonlyArray<string>, { page }: CommandSurroundings): string | undefined => {
  if (name === "install") return undefined
  if (name === "exec" || name === "run") return checkPnpm(rest, { page, files: [] })
  const folders = [repository, join(repository, dirname(page))]
  const isScript = folders.some((folder) => name in scriptsOf(join(folder, "package.json")))
  return isScript || hasProgram(name) ? undefined : `There is no script or program "${name}".`
}

const checkNpx = (words: ReadonlyArray<string>, surroundings: CommandSurroundings): string | undefined => {
  const at = words.indexOf("--package")
  const [name = "", ...rest] = words.filter((_, index) => at === -1 || (index !== at && index !== at + 1))
  if (name.startsWith("pnpm@")) {
    const [packageManager] = readManifest(join(repository, "package.json")).packageManager?.split("+") ?? []
    return name === packageManager ? checkPnpm(rest, surroundings) : `The repository's pnpm is ${packageManager}.`
  }
  const owner = at === -1 ? undefined : words[at + 1]
  if (owner !== undefined && !ownPackages().has(owner)) return `Unknown package "${owner}".`
  // `npx` runs the program of a package that has one.
  return hasProgram(name) || ownPrograms().has(name) || ownPackages().has(name)
    ? undefined
    : `Unknown program "${name}".`
}

const checkNpm = ([name = "", ...rest]: ReadonlyArray<string>): string | undefined => {
  if (name === "init" || name === "pkg") return undefined
  if (name !== "install") return `Unknown command "npm ${name}".`
  const packages = rest.filter((word) => !word.startsWith("-"))
  const unknown = packages.find((word) => !ownPackages().has(word) && !isInstalled(word))
  return unknown === undefined ? undefined : `Unknown package "${unknown}".`
}

const checkNode = (words: ReadonlyArray<string>, { files, page }: CommandSurroundings): string | undefined => {
  const path = words.find((word) => !word.startsWith("-"))
  if (path === undefined || files.includes(path)) return undefined
  const folders = [repository, join(repository, dirname(page))]
  return folders.some((folder) => existsSync(join(folder, path))) ? undefined : `There is no file "${path}".`
}

/** Examples call this machine only. */
const checkCurl = (words: ReadonlyArray<string>): string | undefined => {
  const elsewhere = words.find((word) => /^["']?https?:/.test(word) && !/^["']?http:\/\/127\.0\.0\.1:4010\//.test(word))
  return elsewhere === undefined ? undefined : `It calls ${elsewhere}, which is not the simulator on this machine.`
}

interface Manifest {
  readonly name: string
  readonly packageManager?: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
}

// Boundary: manifests of this repository, which pnpm has read before.
const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, "utf8"))

const scriptsOf = (path: string): Readonly<Record<string, string>> =>
  existsSync(path) ? (readManifest(path).scripts ?? {}) : {}

const published = () =>
  globSync("{packages/*,specs}/package.json", { cwd: repository }).map((file) => readManifest(join(repository, file)))

const ownPackages = (): ReadonlySet<string> => new Set(published().map(({ name }) => name))

const ownPrograms = (): ReadonlySet<string> => new Set(published().flatMap(({ bin = {} }) => Object.keys(bin)))

const hasProgram = (name: string): boolean =>
  /^[\w-]+$/.test(name) && [repository, room].some((folder) => existsSync(join(folder, "node_modules/.bin", name)))

const isInstalled = (name: string): boolean =>
  /^[@\w/-]+$/.test(name) && [repository, room].some((folder) => existsSync(join(folder, "node_modules", name)))
