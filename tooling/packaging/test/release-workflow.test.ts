import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { git } from "@tve-pass/codegen/src/git.ts"
import { afterEach, beforeEach, expect, test } from "vitest"
import { startPublishingRegistry, type PublishingRegistry } from "../src/release/publishing-registry.ts"
import { ReleaseCopy, type Environment } from "../src/release/release-copy.ts"
import { readWorkflow, stepNamed } from "../src/release/workflow.ts"
import { successful, type Outcome } from "../src/run.ts"

const release = readWorkflow("release.yml")

let registry: PublishingRegistry
let folder: string
let copy: ReleaseCopy

beforeEach(async () => {
  registry = await startPublishingRegistry()
  folder = realpathSync(mkdtempSync(join(tmpdir(), "release-workflow-")))
  copy = new ReleaseCopy(folder, registry.origin)
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

/** Writes what it is asked into a file; `known` holds what it finds when it looks. */
const gh = `#!/usr/bin/env bash
echo "$*" >> "$RUNNER_TEMP/asked"
case "$1 $2" in
  "pr list") cat "$RUNNER_TEMP/known" ;;
  "release view") grep --quiet --line-regexp --fixed-strings "$3" "$RUNNER_TEMP/known" ;;
esac
`

/** What gh was asked since the last look, without the folder of this test. */
const asked = (): ReadonlyArray<string> => {
  const file = join(folder, "asked")
  const lines = readFileSync(file, "utf8").replaceAll(folder, "$RUNNER_TEMP").trim().split("\n")
  rmSync(file)
  return lines
}
const known = (text: string): void => writeFileSync(join(folder, "known"), text)

/** The outputs that steps have set. */
const outputs = (): string => readFileSync(join(folder, "outputs"), "utf8")

/** Runs a step as GitHub would. */
const step = (job: string, name: string, environment: Environment = {}): Promise<Outcome> => {
  const { run = "", env = {} } = stepNamed(release, job, name)
  appendFileSync(join(folder, "outputs"), "")
  return copy.shell(run, {
    ...env,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: join(folder, "outputs"),
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_REPOSITORY: "example/tve-pass",
    GITHUB_SHA: git(copy.root, "rev-parse", "HEAD").trim(),
    ...environment
  })
}

const planned = async (): Promise<string> => {
  successful(await step("plan", "See what there is to do"))
  const [, last] = /.*step=(\w+)\n$/s.exec(outputs()) ?? []
  return last ?? "none"
}
const version = async (): Promise<void> => {
  successful(await step("version", "Number the packages and write their changelogs"))
}
const openPullRequest = async (): Promise<void> => {
  successful(await step("version", "Open the pull request, or bring it up to date"))
}

test("queued changesets become a pull request, which is opened once and brought up to date from then on", async () => {
  expect(await planned()).toBe("version")
  await version()
  known("")
  await openPullRequest()
  expect(asked()).toEqual([
    "auth setup-git",
    "pr list --head version-packages --state open --json number --jq .[].number",
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
    "pr list --head version-packages --state open --json number --jq .[].number",
    "pr edit version-packages --title Version packages: 2.0.0 --body-file $RUNNER_TEMP/body.md",
    "workflow run ci.yml --ref version-packages"
  ])
})

test("what is merged is published with provenance or not at all, from the tarballs whose digests were noted", async () => {
  await version()
  copy.commit("Version packages")
  expect(await planned()).toBe("publish")

  successful(await step("pack", "Pack"))
  successful(await step("pack", "Note the digests"))
  const [, digests = ""] = /digests<<end\n(.*)\nend\n/s.exec(outputs()) ?? []
  expect(digests.split("\n").map((line) => line.replace(/^[0-9a-f]{64} {2}/, ""))).toEqual([
    "packed/notes/auth.md",
    "packed/notes/client.md",
    "packed/notes/tags",
    "packed/notes/testing.md",
    "packed/packages/tve-pass-auth-1.5.0.tgz",
    "packed/packages/tve-pass-client-1.5.0.tgz",
    "packed/packages/tve-pass-testing-1.5.0.tgz",
    "packed/publish-plan.json"
  ])
  const insist = () => step("publish", "Insist on what was tested", { DIGESTS: digests })
  expect(await insist()).toMatchObject({ exitCode: 0 })
  writeFileSync(join(copy.root, "packed/packages/another.tgz"), "")
  expect(await insist()).toMatchObject({ exitCode: 1, output: expect.stringContaining("packed/packages/another.tgz") })
  rmSync(join(copy.root, "packed/packages/another.tgz"))
  appendFileSync(join(copy.root, "packed/packages/tve-pass-auth-1.5.0.tgz"), " ")
  expect(await insist()).toMatchObject({
    exitCode: 1,
    output: expect.stringContaining("packed/packages/tve-pass-auth-1.5.0.tgz: FAILED")
  })

  // The identity token of the test's own service is none that provenance can be signed with.
  const unsigned = await step("publish", "Publish", {
    GITHUB_ACTIONS: "true",
    ACTIONS_ID_TOKEN_REQUEST_URL: `${registry.origin}/identity-token?run=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token"
  })
  expect(unsigned).toMatchObject({ exitCode: 1, output: expect.stringContaining("PROVENANCE") })
  expect(registry.uploads).toEqual([])
  expect(registry.strangers).toEqual([])
})

test("what is published gets the GitHub releases that are missing, and then there is nothing to do", async () => {
  await version()
  copy.commit("Version packages")
  successful(await copy.changeset(["publish", "--no-git-tag"], { PNPM_CONFIG_PROVENANCE: "false" }))
  successful(await copy.shell("node tooling/packaging/src/release/release-notes.ts packed/notes"))
  known("@tve-pass/client@1.5.0\n")
  successful(await step("announce", "Make the GitHub releases that are missing"))
  const commit = git(copy.root, "rev-parse", "HEAD").trim()
  const create = (name: string) =>
    `release create @tve-pass/${name}@1.5.0 --target ${commit} --title @tve-pass/${name}@1.5.0 --notes-file packed/notes/${name}.md`
  expect(asked()).toEqual([
    "release view @tve-pass/client@1.5.0",
    "release view @tve-pass/auth@1.5.0",
    create("auth"),
    "release view @tve-pass/testing@1.5.0",
    create("testing")
  ])
  expect(await planned()).toBe("nothing")
})
