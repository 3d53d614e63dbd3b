import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { git } from "../src/git.ts"
import { libraryRoot } from "./library.ts"

/** A git repository of its own with the fixture's spec, for tests that edit specs and release them. */
export class TemporaryRepository {
  readonly root = mkdtempSync(join(tmpdir(), "repository-"))

  constructor(version = "0.3.0") {
    cpSync(libraryRoot, this.root, { recursive: true })
    this.setVersion(version)
    this.git("init", "--quiet", "--initial-branch=main")
  }

  setVersion(version: string): void {
    this.write("packages/client/package.json", JSON.stringify({ name: "@tve-pass/client", version }))
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true })
    writeFileSync(join(this.root, path), text)
  }

  /** Replaces text that has to be there. */
  edit(path: string, from: string, to: string): void {
    const text = readFileSync(join(this.root, path), "utf8")
    if (!text.includes(from)) throw new Error(`Failed to edit ${path}: it does not contain "${from}"`)
    this.write(path, text.replace(from, to))
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true })
  }

  commit(): void {
    this.git("add", "--all")
    this.git("commit", "--quiet", "--allow-empty", "--message=Change")
  }

  release(version: string): void {
    this.commit()
    this.git("tag", `@tve-pass/client@${version}`)
  }

  git(...args: ReadonlyArray<string>): void {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    git(this.root, ...identity, ...args)
  }

  dispose(): void {
    rmSync(this.root, { recursive: true })
  }
}
