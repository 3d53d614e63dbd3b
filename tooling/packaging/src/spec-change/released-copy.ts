import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { git } from "@tve-pass/codegen/git"
import { specsDiff } from "@tve-pass/codegen/specs-diff/command"
import { describeWritten, writeGenerated } from "@tve-pass/codegen/write-generated"
import { parseDocument, type Document } from "yaml"
import { repositoryRoot } from "../published-packages.ts"
import { runNode, type Outcome } from "../run.ts"
import { toolScript } from "../tool.ts"
import { copyWorkspace } from "../workspace-copy.ts"

const application = "applications/streaming-app"

/** A copy of specs and packages in a git repository of its own, released as 0.1.0, and an application that uses it. */
export class ReleasedCopy {
  readonly #root: string

  /** @param root - An empty folder. */
  constructor(root: string) {
    this.#root = root
    copyWorkspace(root)
    const consumer = fileURLToPath(new URL("../../consumers/streaming-app", import.meta.url))
    cpSync(consumer, join(root, application), { recursive: true })
    mkdirSync(join(root, application, "node_modules/@tve-pass"), { recursive: true })
    symlinkSync(join(root, "packages/client"), join(root, application, "node_modules/@tve-pass/client"), "junction")
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify(typeCheckSettings))
    writeFileSync(join(root, ".gitignore"), "node_modules\n*.tsbuildinfo\n")
    this.#release("0.1.0")
  }

  /** Edits one YAML file below `specs/`. */
  edit(path: string, change: (document: Document) => void): void {
    const file = join(this.#root, "specs", path)
    const document = parseDocument(readFileSync(file, "utf8"))
    change(document)
    writeFileSync(file, document.toString({ lineWidth: 0 }))
  }

  /** `pnpm generate` */
  async generate(): Promise<string> {
    return describeWritten(await writeGenerated(this.#root))
  }

  /** `pnpm specs:diff --check` */
  async specsDiff(): Promise<string> {
    const { output } = await specsDiff({ root: this.#root, args: ["--check"], env: {} })
    return output
  }

  /** Type-checks the sources of all packages and the application. */
  typeCheck(): Outcome {
    const options = ["--pretty", "false", "--checkers", "1"]
    return runNode(this.#root, toolScript("typescript", "bin/tsc"), "-p", "tsconfig.json", ...options)
  }

  /** Paths of the files that differ from the release. */
  changedFiles(): ReadonlyArray<string> {
    return this.#git("status", "--porcelain", "--untracked-files=all")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.slice(3))
  }

  /** Back to the release. */
  reset(): void {
    this.#git("checkout", "--quiet", ".")
  }

  #release(version: string): void {
    const manifest = join(this.#root, "packages/client/package.json")
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`))
    // A release consumes its changesets.
    for (const file of globSync(".changeset/*.md", { cwd: this.#root })) rmSync(join(this.#root, file))
    this.#git("init", "--quiet", "--initial-branch=main")
    this.#git("add", "--all")
    this.#git("commit", "--quiet", "--message=Release")
    this.#git("tag", `@tve-pass/client@${version}`)
  }

  #git(...args: ReadonlyArray<string>): string {
    const settings = ["user.name=Test", "user.email=test@example.org", "commit.gpgsign=false", "core.autocrlf=false"]
    const options = settings.flatMap((setting) => ["-c", setting])
    return git(this.#root, ...options, ...args)
  }
}

const typeCheckSettings = {
  extends: "./tooling/tsconfig/strict.json",
  compilerOptions: {
    noEmit: true,
    // Each check after the first one looks at what has changed.
    incremental: true,
    types: ["node"],
    typeRoots: [join(repositoryRoot, "tooling/packaging/node_modules/@types")]
  },
  include: ["packages/*/src", application],
  // The pages of the playground need the types of Vite and Preact.
  exclude: ["**/*.test.ts", "**/*.test-d.ts", "**/node_modules", "packages/playground"]
}
