import { execFile } from "node:child_process"
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join } from "node:path"
import { git } from "@tve-pass/codegen/git"
import { publishedPackages, readManifest, type Manifest } from "@tve-pass/packaging/published-packages"
import { npmScript } from "@tve-pass/packaging/npm"
import type { Outcome } from "@tve-pass/packaging/run"
import { copyWorkspace } from "@tve-pass/packaging/workspace-copy"
import { repositoryRoot } from "./root.ts"
import { readWorkflow, stepNamed } from "./workflow.ts"

type Environment = Readonly<Record<string, string | undefined>>

const workflow = readWorkflow("release.yml")

/** A copy of what is released, in a git repository of its own, in which steps of the release workflow run. */
export class ReleaseCopy {
  readonly root: string
  readonly #folder: string
  readonly #environment: Environment

  /** @param folder - An empty one. @param registry - The origin that npm and pnpm ask instead of their own. */
  constructor(folder: string, registry: string) {
    this.#folder = folder
    this.root = join(folder, "workspace")
    const bin = join(folder, "bin")
    for (const created of [this.root, bin]) mkdirSync(created)
    copyWorkspace(this.root)
    writeFileSync(join(this.root, ".gitignore"), "node_modules\ndist/\n*.tsbuildinfo\npacked/\nfound\n")
    writeFileSync(join(folder, ".npmrc"), `//${new URL(registry).host}/:_authToken=token-of-a-test\n`)
    writeFileSync(join(bin, "pnpm"), pnpm, { mode: 0o755 })
    writeFileSync(join(bin, "npm"), npm, { mode: 0o755 })
    writeFileSync(join(bin, "gh"), gh, { mode: 0o755 })
    writeFileSync(join(folder, "outputs"), "")
    this.#environment = {
      PATH: [bin, dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: folder,
      NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
      CHANGESET: changesetScript,
      PNPM: process.env["npm_execpath"] ?? "pnpm",
      NPM: npmScript(),
      GIT_CONFIG_GLOBAL: "/dev/null",
      NPM_CONFIG_REGISTRY: `${registry}/`,
      PNPM_CONFIG_REGISTRY: `${registry}/`,
      NPM_CONFIG_CACHE: join(folder, "npm-cache"),
      NPM_CONFIG_USERCONFIG: join(folder, ".npmrc"),
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, "outputs"),
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "example/tve-pass",
      GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567"
    }
    this.#git("init", "--quiet", "--initial-branch=main")
    this.commit("Before the release")
  }

  /** Runs a step of the workflow. Give it what GitHub would put in for expressions. */
  run(job: string, step: string, given: Environment = {}): Promise<Outcome> {
    const { run = "", env } = stepNamed(workflow, job, step)
    return this.#run("bash", ["--noprofile", "--norc", "-e", "-c", run], { ...env, ...given })
  }

  /** `pnpm changeset …` */
  changeset(...args: ReadonlyArray<string>): Promise<Outcome> {
    return this.#run(process.execPath, [changesetScript, ...args], {})
  }

  /** The output of this name that a step has set last. */
  output(name: string): string | undefined {
    const outputs = readFileSync(join(this.#folder, "outputs"), "utf8")
    const last = [...outputs.matchAll(new RegExp(`^${name}(?:=(.*)|<<end\\n([^]*?)\\nend)$`, "gm"))].at(-1)
    return last?.[1] ?? last?.[2]
  }

  /** What `gh` was called with. */
  githubCalls(): ReadonlyArray<string> {
    return readFileSync(join(this.#folder, "github-calls"), "utf8").trim().split("\n")
  }

  /** Makes `gh` find a release. */
  addGithubRelease(tag: string): void {
    appendFileSync(join(this.#folder, "github-releases"), `${tag}\n`)
  }

  manifest(folder: string): Manifest {
    return readManifest(join(this.root, folder))
  }

  versions(): ReadonlyArray<string> {
    return publishedPackages.map((folder) => this.manifest(folder).version)
  }

  setVersion(version: string): void {
    for (const folder of publishedPackages) {
      const file = join(this.root, folder, "package.json")
      writeFileSync(file, readFileSync(file, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`))
    }
  }

  changelog(folder: string): string {
    return readFileSync(join(this.root, folder, "CHANGELOG.md"), "utf8")
  }

  /** The queued changesets, in the order of their names. */
  queue(): ReadonlyArray<string> {
    return this.#queuedFiles().map((file) => readFileSync(file, "utf8"))
  }

  /** Replaces the queued changesets by one. */
  queueOnly(changeset: string): void {
    for (const file of this.#queuedFiles()) rmSync(file)
    writeFileSync(join(this.root, ".changeset/only.md"), changeset)
    this.commit("Queue one changeset")
  }

  commit(message: string): void {
    this.#git("add", "--all")
    this.#git("commit", "--quiet", "--message", message)
  }

  /** Paths of the files that differ from the last commit. */
  changedFiles(): ReadonlyArray<string> {
    const status = this.#git("status", "--porcelain", "--untracked-files=all")
    return status.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(3)]))
  }

  #queuedFiles(): ReadonlyArray<string> {
    const folder = join(this.root, ".changeset")
    const files = readdirSync(folder).filter((file) => file.endsWith(".md"))
    return files.sort().map((file) => join(folder, file))
  }

  #run(command: string, args: ReadonlyArray<string>, given: Environment): Promise<Outcome> {
    const options = { cwd: this.root, env: { ...this.#environment, ...given }, timeout: 300_000 }
    return new Promise((resolve, reject) => {
      execFile(command, args, options, (error, stdout, stderr) => {
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

/** As pnpm runs scripts, but without looking whether all is installed: the copy shares what the repository has. */
const pnpm = `#!/usr/bin/env bash
case "$1" in
  build) PATH="$PWD/node_modules/.bin:$PATH"; eval "$(node -p 'require("./package.json").scripts.build')" ;;
  changeset) shift; exec node "$CHANGESET" "$@" ;;
  *) PATH="\${PATH#*:}" exec "$PNPM" "$@" ;;
esac
`

/** Signing would ask Sigstore, on the internet: without it unless a test insists. */
const npm = `#!/usr/bin/env bash
if [ "$1" = publish ] && [ -z "$SIGNED" ]; then set -- "$@" --provenance=false; fi
exec node "$NPM" "$@" --loglevel=error
`

/** Notes its arguments and finds the releases that a test has added. */
const gh = `#!/usr/bin/env bash
echo "$*" >> "$RUNNER_TEMP/github-calls"
if [ "$1 $2" = "release view" ]; then
  grep --quiet --line-regexp --fixed-strings "$3" "$RUNNER_TEMP/github-releases"
fi
`
