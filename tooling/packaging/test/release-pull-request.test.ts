import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { git } from "@tve-pass/codegen/src/git.ts"
import { afterEach, beforeEach, expect, test } from "vitest"
import { startPublishingRegistry, type PublishingRegistry } from "../src/release/publishing-registry.ts"
import { ReleaseCopy } from "../src/release/release-copy.ts"
import { ReleaseSteps } from "../src/release/release-steps.ts"
import { successful } from "../src/run.ts"

let registry: PublishingRegistry
let folder: string
let copy: ReleaseCopy
let steps: ReleaseSteps

beforeEach(async () => {
  registry = await startPublishingRegistry()
  folder = realpathSync(mkdtempSync(join(tmpdir(), "release-pull-request-")))
  copy = new ReleaseCopy(folder, registry.origin)
  steps = new ReleaseSteps(copy, folder)
  copy.setVersion("1.4.2")
  copy.queueOnly('---\n"@tve-pass/client": minor\n---\n\n`somethingNew` is there.\n')
  git(folder, "init", "--quiet", "--bare", "origin.git")
  git(copy.root, "remote", "add", "origin", join(folder, "origin.git"))
  copy.command("gh", gh)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await registry.close()
})

/** Notes what it is asked; finds what is in `known`. */
const gh = `#!/usr/bin/env bash
echo "$*" >> "$RUNNER_TEMP/asked"
case "$1 $2" in
  "pr list") cat "$RUNNER_TEMP/known" ;;
  "release view") grep --quiet --line-regexp --fixed-strings "$3" "$RUNNER_TEMP/known" ;;
esac
`
const known = (text: string): void => writeFileSync(join(folder, "known"), text)

/** What gh was asked since the last look. */
const asked = (): ReadonlyArray<string> => {
  const file = join(folder, "asked")
  const lines = readFileSync(file, "utf8").replaceAll(folder, "$RUNNER_TEMP").trim().split("\n")
  rmSync(file)
  return lines
}

const planned = async (): Promise<string | undefined> => {
  successful(await steps.run("plan", "See what there is to do"))
  return steps.output("step")
}
const version = async (): Promise<void> => {
  successful(await steps.run("version", "Number the packages and write their changelogs"))
}
const openPullRequest = async (): Promise<void> => {
  successful(await steps.run("version", "Open the pull request, or bring it up to date"))
}

test("queued changesets become a pull request, which is opened once and brought up to date from then on", async () => {
  expect(await planned()).toBe("version")
  await version()
  known("")
  await openPullRequest()
  const look = "pr list --head version-packages --state open --json number --jq .[].number"
  expect(asked()).toEqual([
    "auth setup-git",
    look,
    "pr create --base main --head version-packages --title Version packages: 1.5.0 --body-file $RUNNER_TEMP/body.md",
    "workflow run ci.yml --ref version-packages"
  ])
  expect(readFileSync(join(folder, "body.md"), "utf8")).toContain(
    "\n## @tve-pass/client@1.5.0\n\n### Minor Changes\n\n- `somethingNew` is there.\n"
  )
  const pushed = git(join(folder, "origin.git"), "show", "--name-only", "--format=%s", "version-packages")
  expect(pushed.split("\n").filter(Boolean)).toEqual([
    "Version packages: 1.5.0",
    ".changeset/only.md",
    ...["auth", "client", "testing"].flatMap((name) => [
      `packages/${name}/CHANGELOG.md`,
      `packages/${name}/package.json`
    ])
  ])

  git(copy.root, "switch", "--quiet", "main")
  git(copy.root, "branch", "--quiet", "--delete", "--force", "version-packages")
  copy.queueOnly('---\n"@tve-pass/client": major\n---\n\n`somethingOld` is gone.\n')
  await version()
  known("7\n")
  await openPullRequest()
  expect(asked()).toEqual([
    "auth setup-git",
    look,
    "pr edit version-packages --title Version packages: 2.0.0 --body-file $RUNNER_TEMP/body.md",
    "workflow run ci.yml --ref version-packages"
  ])
})

test("once it is merged, there is something to publish, then releases to make, then nothing to do", async () => {
  await version()
  copy.commit("Version packages: 1.5.0")
  expect(await planned()).toBe("publish")

  successful(await copy.changeset(["publish", "--no-git-tag"], { PNPM_CONFIG_PROVENANCE: "false" }))
  successful(await copy.shell("node tooling/packaging/src/release/release-notes.ts packed/notes"))
  known("@tve-pass/client@1.5.0\n")
  successful(await steps.run("announce", "Make the GitHub releases that are missing"))
  const commit = git(copy.root, "rev-parse", "HEAD").trim()
  const create = (name: string): string => {
    const tag = `@tve-pass/${name}@1.5.0`
    return `release create ${tag} --target ${commit} --title ${tag} --notes-file packed/notes/${name}.md`
  }
  expect(asked()).toEqual([
    "release view @tve-pass/client@1.5.0",
    "release view @tve-pass/auth@1.5.0",
    create("auth"),
    "release view @tve-pass/testing@1.5.0",
    create("testing")
  ])
  expect(await planned()).toBe("nothing")
})
