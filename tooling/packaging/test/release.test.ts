import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { publishedPackages, type Manifest } from "../src/published-packages.ts"
import { startPublishingRegistry, type PublishingRegistry } from "../src/release/publishing-registry.ts"
import { ReleaseCopy } from "../src/release/release-copy.ts"
import { runTar, successful } from "../src/run.ts"

const folders: Array<string> = []
let registry: PublishingRegistry

beforeAll(async () => {
  registry = await startPublishingRegistry()
})
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true })
  await registry.close()
})

const releaseCopy = (): ReleaseCopy => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")))
  folders.push(folder)
  return new ReleaseCopy(folder, registry.origin)
}

const digestOf = (file: string): string => createHash("sha512").update(readFileSync(file)).digest("base64")

/** An entry of a publish plan. */
const planned = (name: string) =>
  expect.objectContaining({
    kind: "publish",
    name: `@tve-pass/${name}`,
    version: "2.0.0",
    access: "public",
    tag: "latest"
  })

const names = publishedPackages.map((folder) => `@tve-pass/${folder}`)

/** As pnpm is told by a workflow that may ask GitHub for identity tokens. */
const workflow = () => ({
  GITHUB_ACTIONS: "true",
  ACTIONS_ID_TOKEN_REQUEST_URL: `${registry.origin}/identity-token?run=1`,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token"
})

/** Signing provenance would ask Sigstore, on the internet. */
const unsigned = () => ({ ...workflow(), PNPM_CONFIG_PROVENANCE: "false" })

/** What a changelog says of its newest version: its heading and the sentences below. */
const newestSection = (changelog: string) => {
  const [, version, section = ""] = /^## (.+)\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? []
  return { version, sentences: section.split("\n").filter((line) => line.startsWith("- ")) }
}

describe("what is queued", () => {
  const copy = releaseCopyLater()
  let before: ReadonlyArray<string>
  let queued: ReadonlyArray<string>

  beforeAll(async () => {
    // Right after a release nothing is queued, and `changeset version` has nothing to do.
    if (copy().queue().length === 0) {
      copy().queueOnly('---\n"@tve-pass/client": minor\n---\n\n`somethingNew` is there.\n')
    }
    before = copy().versions()
    queued = copy().queue()
    successful(await copy().changeset(["version"]))
  })

  test("becomes one higher version of all packages, and is queued no longer", () => {
    const versions = new Set(copy().versions())
    expect(versions.size).toBe(1)
    expect(versions).not.toEqual(new Set(before))
    expect(copy().queue()).toEqual([])
  })

  test("changes manifests and changelogs, and neither the lockfile nor anything else", () => {
    const kinds = copy()
      .changedFiles()
      .map((path) => path.replace(/^packages\/\w+\/|^\.changeset\/.+(\.md)$/, "$1"))
    expect(new Set(kinds)).toEqual(new Set([".md", "CHANGELOG.md", "package.json"]))
  })

  test.each(publishedPackages)(
    "is told by the changelog of %s: its own changes, as they were written, in order",
    (name) => {
      const own = queued.filter((text) => text.includes(`"@tve-pass/${name}":`))
      const sentences = own.map((text) => `- ${text.split("---\n")[2]?.trim().split("\n")[0]}`)
      expect(newestSection(copy().changelog(name))).toEqual({ version: copy().manifest(name).version, sentences })
    }
  )
})

test("a patch of one package raises all three, and only its changelog tells of a change", async () => {
  const copy = releaseCopy()
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

describe("the tarballs", () => {
  const copy = releaseCopyLater()
  const packed = () => join(copy().root, "packed")
  const tarball = (name: string) => join(packed(), `packages/tve-pass-${name}-2.0.0.tgz`)
  const packedManifest = (name: string) =>
    // Boundary: a manifest that pnpm has just packed.
    JSON.parse(runTar(packed(), "-xzOf", tarball(name), "package/package.json")) as Manifest

  beforeAll(async () => {
    copy().setVersion("1.4.2")
    copy().queueOnly('---\n"@tve-pass/client": major\n---\n\n`somethingOld` is gone.\n')
    successful(await copy().changeset(["version"]))
    const repository = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "example/tve-pass" }
    successful(await copy().shell("node tooling/packaging/src/release/name-repository.ts", repository))
    copy().build()
    successful(await copy().changeset(["pack", "--out-dir", "packed"]))
  })

  test("are three, planned in the order in which they depend on each other", () => {
    const { plan } = JSON.parse(readFileSync(join(packed(), "publish-plan.json"), "utf8"))
    expect(plan).toEqual([[planned("client")], [planned("auth"), planned("testing")]])
  })

  test.each(publishedPackages)("of %s depends on its siblings by exact version and exports what is built", (name) => {
    const manifest = packedManifest(name)
    const siblings = Object.entries({ ...manifest.dependencies }).filter(([dependency]) => names.includes(dependency))
    expect(siblings).toEqual(name === "client" ? [] : [["@tve-pass/client", "2.0.0"]])
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/)
    const files = runTar(packed(), "-tzf", tarball(name)).split("\n")
    const promised = [Object.values(manifest.exports), Object.values(manifest.bin ?? {})]
      .flat()
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
    expect(files).toEqual(expect.arrayContaining(promised.map((target) => target.replace("./", "package/"))))
    expect(promised.filter((target) => target.startsWith("./src/"))).toEqual([])
    expect(files).toEqual(expect.arrayContaining(["package/LICENSE", "package/README.md"]))
  })

  test.each(publishedPackages)("of %s names the repository that it was built in", (name) => {
    expect(packedManifest(name)).toMatchObject({
      repository: { type: "git", url: "git+https://github.com/example/tve-pass.git", directory: `packages/${name}` }
    })
  })

  test("are published by an identity token, each for its own package, and a stop half way is made good", async () => {
    registry.refuse("@tve-pass/auth")
    const publish = ["publish", "--from-pack-dir", "packed", "--no-git-tag"]
    const stopped = await copy().changeset(publish, unsigned())
    expect(stopped.exitCode).toBe(1)
    expect(registry.uploads.map(({ name }) => name)).toEqual(["@tve-pass/client", "@tve-pass/testing"])

    registry.refuse(undefined)
    successful(await copy().changeset(publish, unsigned()))
    const uploads = registry.uploads.map(({ manifest: _, ...upload }) => upload)
    expect(uploads).toEqual(
      ["client", "testing", "auth"].map((name) => ({
        name: `@tve-pass/${name}`,
        version: "2.0.0",
        digest: digestOf(tarball(name)),
        tag: "latest",
        authorization: `Bearer for-@tve-pass/${name}`
      }))
    )

    expect(successful(await copy().changeset(["publish-plan"]))).toContain("No projects to publish or tag.")
    expect(registry.strangers).toEqual([])
  })
})

/** A copy that the suite's hooks and tests share, made before they run. */
function releaseCopyLater(): () => ReleaseCopy {
  let copy: ReleaseCopy | undefined
  beforeAll(() => {
    copy = releaseCopy()
  })
  return () => {
    if (copy === undefined) throw new Error("The copy is made by a hook.")
    return copy
  }
}
