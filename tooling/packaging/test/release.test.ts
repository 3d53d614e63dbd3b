import { createHash } from "node:crypto"
import { appendFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { publishedPackages, type Manifest } from "../src/published-packages.ts"
import { startPublishingRegistry, type PublishingRegistry } from "../src/release/publishing-registry.ts"
import { ReleaseCopy } from "../src/release/release-copy.ts"
import { ReleaseSteps } from "../src/release/release-steps.ts"
import { runTar, successful } from "../src/run.ts"

let folder: string
let registry: PublishingRegistry
let copy: ReleaseCopy

/** Each suite releases from a copy of its own. */
const useCopy = (): void => {
  beforeAll(async () => {
    registry = await startPublishingRegistry()
    folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")))
    copy = new ReleaseCopy(folder, registry.origin)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await registry.close()
  })
}

/** What a changelog says of its newest version: its heading and the sentences below. */
const newestSection = (changelog: string) => {
  const [, version, section = ""] = /^## (.+)\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? []
  return { version, sentences: section.split("\n").filter((line) => line.startsWith("- ")) }
}

describe("what is queued", () => {
  useCopy()
  let before: ReadonlyArray<string>
  let queued: ReadonlyArray<string>

  beforeAll(async () => {
    // Right after a release nothing is queued, and `changeset version` has nothing to do.
    if (copy.queue().length === 0) copy.queueOnly('---\n"@tve-pass/client": minor\n---\n\n`somethingNew` is there.\n')
    before = copy.versions()
    queued = copy.queue()
    successful(await copy.changeset(["version"]))
  })

  test("becomes one new version of all packages, and is queued no longer", () => {
    const versions = new Set(copy.versions())
    expect(versions.size).toBe(1)
    expect(versions).not.toEqual(new Set(before))
    expect(copy.queue()).toEqual([])
  })

  test("changes manifests and changelogs, and neither the lockfile nor anything else", () => {
    const kinds = copy.changedFiles().map((path) => path.replace(/^packages\/\w+\/|^\.changeset\/.+(\.md)$/, "$1"))
    expect(new Set(kinds)).toEqual(new Set([".md", "CHANGELOG.md", "package.json"]))
  })

  test.each(publishedPackages)(
    "is told by the changelog of %s: its own changes in order, as they were written",
    (name) => {
      const own = queued.filter((text) => text.includes(`"@tve-pass/${name}":`))
      const sentences = own.map((text) => `- ${text.split("---\n")[2]?.trim().split("\n")[0]}`)
      expect(newestSection(copy.changelog(name))).toEqual({ version: copy.manifest(name).version, sentences })
    }
  )
})

describe("a patch of one package", () => {
  useCopy()

  test("raises all three, and only the changelog of that one tells of a change", async () => {
    copy.setVersion("1.4.2")
    copy.queueOnly('---\n"@tve-pass/auth": patch\n---\n\n`createAdobePass` forgets nothing.\n')
    successful(await copy.changeset(["version"]))
    expect(copy.versions()).toEqual(["1.4.3", "1.4.3", "1.4.3"])
    expect(publishedPackages.map((name) => newestSection(copy.changelog(name)).sentences)).toEqual([
      [],
      ["- `createAdobePass` forgets nothing."],
      []
    ])
    expect(copy.changelog("client")).toContain("## 1.4.3\n\nNo changes in this release.\n")
  })
})

const packed = (path: string) => join(copy.root, "packed", path)

const tarball = (name: string) => packed(`packages/tve-pass-${name}-2.0.0.tgz`)
const digestOf = (name: string) =>
  createHash("sha512")
    .update(readFileSync(tarball(name)))
    .digest("base64")
const packedManifest = (name: string) =>
  // Boundary: a manifest that pnpm has just packed.
  JSON.parse(runTar(copy.root, "-xzOf", tarball(name), "package/package.json")) as Manifest

/** What a workflow has that may ask GitHub for identity tokens. */
const identity = () => ({
  GITHUB_ACTIONS: "true",
  ACTIONS_ID_TOKEN_REQUEST_URL: `${registry.origin}/identity-token?run=1`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token"
})

describe("what the workflow packs", () => {
  useCopy()
  let steps: ReleaseSteps

  beforeAll(async () => {
    copy.setVersion("1.4.2")
    copy.queueOnly('---\n"@tve-pass/client": major\n---\n\n`somethingOld` is gone.\n')
    successful(await copy.changeset(["version"]))
    copy.commit("Version packages")
    steps = new ReleaseSteps(copy, folder)
    successful(await steps.run("pack", "Pack"))
    successful(await steps.run("pack", "Note the digests"))
    // It builds all packages.
  }, 60_000)

  test("is three tarballs, planned in the order in which they depend on each other", () => {
    const { plan } = JSON.parse(readFileSync(packed("publish-plan.json"), "utf8"))
    const entry = { kind: "publish", version: "2.0.0", access: "public", tag: "latest" }
    expect(plan).toMatchObject([
      [{ ...entry, name: "@tve-pass/client" }],
      [
        { ...entry, name: "@tve-pass/auth" },
        { ...entry, name: "@tve-pass/testing" }
      ]
    ])
    expect(plan.flat()).toHaveLength(3)
  })

  test.each(publishedPackages)("has %s depend on its siblings by exact version and export what is built", (name) => {
    const manifest = packedManifest(name)
    const siblings = Object.entries({ ...manifest.dependencies }).filter(([other]) => other.startsWith("@tve-pass/"))
    expect(siblings).toEqual(name === "client" ? [] : [["@tve-pass/client", "2.0.0"]])
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/)
    const promised = [...Object.values(manifest.exports), ...Object.values(manifest.bin ?? {})]
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
      .map((target) => target.replace("./", "package/"))
    expect(promised.filter((path) => path.startsWith("package/src/"))).toEqual([])
    const files = runTar(copy.root, "-tzf", tarball(name)).split("\n")
    expect(files).toEqual(
      expect.arrayContaining([...promised, "package/CHANGELOG.md", "package/LICENSE", "package/README.md"])
    )
  })

  test.each(publishedPackages)("names in %s the repository that it was built in", (name) => {
    expect(packedManifest(name)).toMatchObject({
      repository: { type: "git", url: "git+https://github.com/example/tve-pass.git", directory: `packages/${name}` }
    })
  })

  test("is not published when a file was added or altered since", async () => {
    const digests = steps.output("digests") ?? ""
    expect(digests.split("\n").map((line) => line.replace(/^[0-9a-f]{64} {2}/, ""))).toEqual([
      ...["auth.md", "client.md", "tags", "testing.md"].map((file) => `packed/notes/${file}`),
      ...["auth", "client", "testing"].map((name) => `packed/packages/tve-pass-${name}-2.0.0.tgz`),
      "packed/publish-plan.json"
    ])
    const insist = () => steps.run("publish", "Insist on what was tested", { DIGESTS: digests })
    expect(await insist()).toMatchObject({ exitCode: 0 })

    writeFileSync(packed("packages/another.tgz"), "")
    expect(await insist()).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("packed/packages/another.tgz")
    })
    rmSync(packed("packages/another.tgz"))

    const original = readFileSync(tarball("auth"))
    appendFileSync(tarball("auth"), " ")
    const outcome = await insist()
    writeFileSync(tarball("auth"), original)
    expect(outcome).toMatchObject({ exitCode: 1, output: expect.stringContaining("tve-pass-auth-2.0.0.tgz: FAILED") })
  })

  test("is not published without provenance", async () => {
    // The identity token of the test's own service is none that can be signed with.
    const outcome = await steps.run("publish", "Publish", identity())
    expect(outcome).toMatchObject({ exitCode: 1, output: expect.stringContaining("ERR_PNPM_PROVENANCE") })
    expect(registry.uploads).toEqual([])
    expect(registry.strangers).toEqual([])
  })

  test("is published with a token for each package, and a stop half way is made good by starting again", async () => {
    // Signing would ask Sigstore, on the internet.
    const given = { ...identity(), PNPM_CONFIG_PROVENANCE: "false" }
    registry.refuse("@tve-pass/auth")
    expect(await steps.run("publish", "Publish", given)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("@tve-pass/auth@2.0.0")
    })
    expect(registry.uploads.map(({ name }) => name)).toEqual(["@tve-pass/client", "@tve-pass/testing"])

    registry.refuse(undefined)
    successful(await steps.run("publish", "Publish", given))
    expect(registry.uploads).toEqual(
      ["client", "testing", "auth"].map((name) => ({
        name: `@tve-pass/${name}`,
        version: "2.0.0",
        tag: "latest",
        manifest: expect.objectContaining({ name: `@tve-pass/${name}` }),
        digest: digestOf(name),
        authorization: `Bearer for-@tve-pass/${name}`
      }))
    )
    expect(successful(await copy.changeset(["publish-plan"]))).toContain("No projects to publish or tag.")
    expect(registry.strangers).toEqual([])
  })
})
