import { execFile } from "node:child_process"
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { git } from "@tve-pass/codegen/src/git.ts"
import { publishedPackages, repositoryRoot, type Manifest, type PublishedPackage } from "../published-packages.ts"
import type { Outcome } from "../run.ts"
import { toolScript } from "../tool.ts"
import { copyWorkspace } from "../workspace-copy.ts"

export type Environment = Readonly<Record<string, string>>

/** A copy of what is released, with the queued changesets, in a git repository of its own that a release changes. */
export class ReleaseCopy {
  readonly root: string
  readonly #origin: string
  /** Comes first in the path. */
  readonly #bin: string

  /**
   * @param folder - An empty one; the copy is in `workspace` below it.
   * @param origin - Of the registry. All other traffic is sent there as well, as to a proxy.
   */
  constructor(folder: string, origin: string) {
    this.root = join(folder, "workspace")
    this.#origin = origin
    mkdirSync(this.root)
    copyWorkspace(this.root)
    for (const room of [".changeset", "tooling/packaging/src"]) {
      cpSync(join(repositoryRoot, room), join(this.root, room), { recursive: true })
    }
    writeFileSync(join(this.root, ".gitignore"), "node_modules/\ndist/\n*.tsbuildinfo\npacked/\n")
    writeFileSync(join(this.root, ".npmrc"), `registry=${origin}/\n`)
    this.#bin = join(folder, "bin")
    mkdirSync(this.#bin)
    this.command("npx", npx)
    const pnpm = process.env["npm_execpath"]
    if (pnpm !== undefined && /pnpm[^/\\]*$/.test(pnpm)) symlinkSync(pnpm, join(this.#bin, "pnpm"))
    this.#git("init", "--quiet", "--initial-branch=main")
    this.commit("Before the release")
  }

  /** Puts a command in front of whatever the machine has under its name. */
  command(name: string, script: string): void {
    writeFileSync(join(this.#bin, name), script, { mode: 0o755 })
  }

  /** Of one package, as it is now. */
  manifest(name: PublishedPackage): Manifest {
    // Boundary: our own manifest.
    return JSON.parse(readFileSync(join(this.root, "packages", name, "package.json"), "utf8")) as Manifest
  }

  versions(): ReadonlyArray<string> {
    return publishedPackages.map((name) => this.manifest(name).version)
  }

  setVersion(version: string): void {
    for (const name of publishedPackages) {
      const file = join(this.root, "packages", name, "package.json")
      writeFileSync(file, readFileSync(file, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`))
    }
  }

  changelog(name: PublishedPackage): string {
    return readFileSync(join(this.root, "packages", name, "CHANGELOG.md"), "utf8")
  }

  /** Texts of the queued changesets, in the order of their names. */
  queue(): ReadonlyArray<string> {
    return this.#queuedFiles().map((file) => readFileSync(file, "utf8"))
  }

  /** Replaces what is queued by one changeset. */
  queueOnly(text: string): void {
    for (const file of this.#queuedFiles()) rmSync(file)
    writeFileSync(join(this.root, ".changeset/only.md"), text)
    this.commit("Queue one changeset")
  }

  #queuedFiles(): ReadonlyArray<string> {
    const folder = join(this.root, ".changeset")
    return readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .sort()
      .map((file) => join(folder, file))
  }

  commit(message: string): void {
    this.#git("add", "--all")
    this.#git("commit", "--quiet", "--message", message)
  }

  /** Paths of the files that differ from the last commit. */
  changedFiles(): ReadonlyArray<string> {
    return this.#git("status", "--porcelain", "--untracked-files=all")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.slice(3))
  }

  /** `pnpm changeset …` */
  changeset(args: ReadonlyArray<string>, environment: Environment = {}): Promise<Outcome> {
    return this.#run(process.execPath, [changesetScript, ...args], environment)
  }

  /** A `run` step of a workflow. */
  shell(script: string, environment: Environment = {}): Promise<Outcome> {
    return this.#run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], environment)
  }

  /** Nothing of the machine's settings and nothing of a workflow that runs us gets in. */
  #run(command: string, args: ReadonlyArray<string>, environment: Environment): Promise<Outcome> {
    const env = {
      PATH: [this.#bin, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: join(this.root, ".."),
      CHANGESET: changesetScript,
      TSC: toolScript("typescript", "bin/tsc"),
      HTTP_PROXY: this.#origin,
      HTTPS_PROXY: this.#origin,
      NO_PROXY: "127.0.0.1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      ...environment
    }
    return new Promise((resolve, reject) => {
      execFile(command, args, { cwd: this.root, env, timeout: 60_000 }, (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== "number") return reject(error)
        resolve({ exitCode: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` })
      })
    })
  }

  #git(...args: ReadonlyArray<string>): string {
    const settings = ["user.name=Test", "user.email=test@example.org", "commit.gpgsign=false", "core.autocrlf=false"]
    return git(this.root, ...settings.flatMap((setting) => ["-c", setting]), ...args)
  }
}

const changesetScript = join(repositoryRoot, "node_modules/@changesets/cli/bin.js")

/** `npx --yes pnpm@… build`, `changeset …` and `exec …` of the workflows, without a registry to fetch pnpm from. */
const npx = `#!/usr/bin/env bash
shift 2
case "$1" in
  build) exec node "$TSC" -b tsconfig.build.json ;;
  changeset) shift; exec node "$CHANGESET" "$@" ;;
  exec) shift; exec "$@" ;;
esac
echo "unknown: $*" >&2
exit 1
`
