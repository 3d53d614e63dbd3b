import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { repositoryRoot } from "../src/root.ts"
import { readWorkflows, type Job } from "../src/workflow.ts"

const workflows = readWorkflows()
const jobs = workflows.flatMap(({ file, jobs }) =>
  Object.entries(jobs).map(([name, job]): readonly [string, Job] => [`${file} ${name}`, job])
)
const grants = jobs.flatMap(([name, { permissions }]) =>
  Object.entries(permissions ?? {}).map(([scope, level]) => `${name}: ${scope} ${level}`)
)

test("there are five workflows", () => {
  expect(workflows.map(({ file }) => file)).toEqual([
    "ci.yml",
    "nightly.yml",
    "release.yml",
    "security.yml",
    "site.yml"
  ])
})

describe.each(workflows)("$file", ({ text, on, permissions, concurrency }) => {
  test("uses images by digest", () => {
    for (const line of text.split("\n").filter((line) => /(container|image): node/.test(line))) {
      expect(line).toMatch(/node:\d+-bookworm@sha256:[0-9a-f]{64}$/)
    }
  })

  test("installs pnpm by the hashes of a lock file", () => {
    expect(text).not.toMatch(/\bnpx\b|corepack|\bnpm install/)
  })

  test("uses actions by commit, and says which version that is", () => {
    const uses = text.split("\n").filter((line) => line.includes("uses:"))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test("grants nothing to all of its jobs", () => {
    expect(permissions).toEqual({})
  })

  test("knows no secret", () => {
    expect(text).not.toMatch(/secrets\b|NPM_TOKEN|NODE_AUTH_TOKEN/)
  })

  test("never runs code of a pull request with the rights of main", () => {
    expect(Object.keys(on)).not.toEqual(expect.arrayContaining(["pull_request_target"]))
    expect(Object.keys(on)).not.toEqual(expect.arrayContaining(["workflow_run"]))
  })

  test("says what runs of it may go on at a time", () => {
    expect(concurrency).toMatchObject({ group: expect.any(String) })
  })
})

describe.each(jobs)("%s", (_, job) => {
  test("ends in time", () => {
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(360)
  })

  test("leaves no credentials of a checkout behind", () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false })
  })

  test("has no expression in a script: what it is given comes by the environment", () => {
    const scripts = job.steps.flatMap(({ run }) => run ?? [])
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([])
  })
})

test("each job is granted what it needs and no more", () => {
  expect(grants).toEqual([
    "ci.yml everything: contents read",
    "ci.yml node: contents read",
    "ci.yml packages: contents read",
    "nightly.yml benchmarks: contents read",
    "nightly.yml mutation: contents read",
    "release.yml version: contents write",
    "release.yml version: pull-requests write",
    "release.yml version: actions write",
    "release.yml plan: contents read",
    "release.yml pack: contents read",
    "release.yml publish: id-token write",
    "release.yml announce: contents write",
    "security.yml dependencies: contents read",
    "security.yml codeql: contents read",
    "security.yml codeql: security-events write",
    "security.yml scorecard: contents read",
    "security.yml scorecard: actions read",
    "security.yml scorecard: security-events write",
    "site.yml build: contents read",
    "site.yml publish: pages write",
    "site.yml publish: id-token write"
  ])
})

test("only the jobs that publish are in the environments that npm and GitHub Pages trust", () => {
  const inEnvironment = jobs.filter(([, { environment }]) => environment !== undefined)
  expect(inEnvironment.map(([name, { environment }]) => [name, environment])).toEqual([
    ["release.yml publish", "npm"],
    ["site.yml publish", { name: "github-pages" }]
  ])
})

test("the job that publishes checks out nothing, installs nothing and runs no code of the repository", () => {
  const publish = workflows.find(({ file }) => file === "release.yml")?.jobs["publish"]
  expect(publish?.steps.flatMap(({ uses }) => uses?.split("@")[0] ?? [])).toEqual(["actions/download-artifact"])
  const scripts = (publish?.steps ?? []).map(({ run = "" }) => run).join("\n")
  expect(scripts).not.toMatch(/pnpm|npx|npm (ci|i|install|run|exec)\b|\bnode\b|bash/)
})

const read = (file: string) => JSON.parse(readFileSync(join(repositoryRoot, file), "utf8"))

test("the version of pnpm is the same everywhere, with its hash", () => {
  const { version, integrity } = read(".ci/pnpm/package-lock.json").packages["node_modules/pnpm"]
  const hash = Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")
  expect(read("package.json").packageManager).toBe(`pnpm@${version}+sha512.${hash}`)
  expect(read(".ci/pnpm/package.json").dependencies).toEqual({ pnpm: version })
})

test("a token to write with is given to the steps that need it", () => {
  const given = jobs.flatMap(([name, { steps }]) =>
    steps.filter(({ env }) => JSON.stringify(env ?? {}).includes("github.token")).map((step) => `${name}: ${step.name}`)
  )
  expect(given).toEqual([
    "release.yml version: Open the pull request, or bring it up to date",
    "release.yml version: Start ci for the pull request",
    "release.yml announce: Create the GitHub releases that are missing"
  ])
})
