import { createHash } from "node:crypto"
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { startRegistry, type LocalRegistry } from "@tve-pass/packaging/local-registry"
import { publishedPackages, type Manifest } from "@tve-pass/packaging/published-packages"
import { runTar, successful } from "@tve-pass/packaging/run"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ReleaseCopy } from "../src/release-copy.ts"

let folder: string
let registry: LocalRegistry
let copy: ReleaseCopy

/** Each suite releases from a copy of its own, to a registry of its own. */
const useCopy = (): void => {
  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")))
    mkdirSync(join(folder, "registry"))
    registry = await startRegistry(join(folder, "registry"))
    copy = new ReleaseCopy(folder, registry.origin)
  })
  afterAll(async () => {
    await registry.close()
    rmSync(folder, { recursive: true })
  })
}

/** The version and the sentences that a changelog has for its newest version. */
const newestSection = (changelog: string) => {
  const [, version, section = ""] = /^## (.+)\n([^]*?)(?=^## |(?![^]))/m.exec(changelog) ?? []
  return { version, sentences: section.split("\n").filter((line) => line.startsWith("- ")) }
}

describe("the queued changesets", () => {
  useCopy()
  let before: ReadonlyArray<string>
  let queued: ReadonlyArray<string>

  beforeAll(async () => {
    // Right after a release nothing is queued, and `changeset version` has nothing to do.
    if (copy.queue().length === 0) copy.queueOnly('---\n"@tve-pass/client": minor\n---\n\n`somethingNew` is there.\n')
    before = copy.versions()
    queued = copy.queue()
    successful(await copy.changeset("version"))
  })

  test("become one new version of all packages, and are queued no longer", () => {
    const versions = new Set(copy.versions())
    expect(versions.size).toBe(1)
    expect(versions).not.toEqual(new Set(before))
    expect(copy.queue()).toEqual([])
  })

  test("change manifests and changelogs, and neither the lockfile nor anything else", () => {
    const kinds = copy
      .changedFiles()
      .map((path) => path.replace(/^(?:packages\/\w+|specs)\/|^\.changeset\/.+(\.md)$/, "$1"))
    expect(new Set(kinds)).toEqual(new Set([".md", "CHANGELOG.md", "package.json"]))
  })

  test.each(publishedPackages)("are in the changelog of %s: its own changes in order, as they were written", (name) => {
    const own = queued.filter((text) => text.includes(`"${copy.manifest(name).name}":`))
    const sentences = own.map((text) => `- ${text.split("---\n")[2]?.trim().split("\n")[0]}`)
    expect(newestSection(copy.changelog(name))).toEqual({ version: copy.manifest(name).version, sentences })
  })
})

test("a patch of one package raises all, and only the changelog of that one names a change", async () => {
  const target = realpathSync(mkdtempSync(join(tmpdir(), "patch-")))
  const patched = new ReleaseCopy(target, "http://127.0.0.1:9")
  patched.setVersion("1.4.2")
  patched.queueOnly('---\n"@tve-pass/auth": patch\n---\n\n`createAdobePass` forgets nothing.\n')
  successful(await patched.changeset("version"))
  expect(new Set(patched.versions())).toEqual(new Set(["1.4.3"]))
  for (const name of publishedPackages) {
    const sentences = name === "packages/auth" ? ["- `createAdobePass` forgets nothing."] : []
    expect(newestSection(patched.changelog(name))).toEqual({ version: "1.4.3", sentences })
  }
  expect(patched.changelog("packages/client")).toContain("## 1.4.3\n\nNo changes in this release.\n")
  rmSync(target, { recursive: true })
})

const packed = (path: string) => join(copy.root, "packed", path)
const tarball = (name: string) => packed(`packages/tve-pass-${basename(name)}-2.0.0.tgz`)

const packedManifest = (name: string) =>
  // Boundary: a manifest that pnpm has just packed.
  JSON.parse(runTar(copy.root, "-xzOf", tarball(name), "package/package.json")) as Manifest

/** What the registry has of a package: the tags, and the digest of the tarball. */
const published = async (name: string) => {
  const response = await fetch(`${registry.origin}/@tve-pass%2f${basename(name)}`)
  if (response.status === 404) return undefined
  const document = await response.json()
  return { tags: document["dist-tags"], integrity: document.versions["2.0.0"]?.dist.integrity }
}

const integrityOf = (name: string) =>
  `sha512-${createHash("sha512")
    .update(readFileSync(tarball(name)))
    .digest("base64")}`

const findUnpublished = async () => {
  successful(await copy.run("plan", "Find versions that npm does not have"))
  return copy.output("unpublished")
}

const compare = () =>
  copy.run("publish", "Compare with the digests of what was tested", { DIGESTS: copy.output("digests") ?? "" })

describe("a release", () => {
  useCopy()
  beforeAll(async () => {
    copy.setVersion("1.4.2")
    copy.queueOnly('---\n"@tve-pass/client": major\n---\n\n`somethingOld` is gone.\n')
    successful(await copy.changeset("version"))
    copy.commit("packages: release")
    successful(await copy.run("pack", "Pack"))
    successful(await copy.run("pack", "Note the digests"))
    // It builds all packages.
  })

  test("is due while npm lacks a version", async () => {
    expect(await findUnpublished()).toBe("true")
  })

  test.each(publishedPackages)("has %s depend on its siblings by exact version and export what is built", (name) => {
    const manifest = packedManifest(name)
    const siblings = Object.entries({ ...manifest.dependencies }).filter(([other]) => other.startsWith("@tve-pass/"))
    expect(siblings.map(([, version]) => version)).toEqual(siblings.map(() => "2.0.0"))
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/)
    const promised = [...Object.values(manifest.exports ?? {}), ...Object.values(manifest.bin ?? {})]
      .flatMap((target) => (typeof target === "string" ? [target] : Object.values(target)))
      // `browser: null` refuses a platform.
      .filter((target) => target !== null)
      .map((target) => target.replace("./", "package/"))
    expect(promised.filter((path) => path.startsWith("package/src/"))).toEqual([])
    const files = runTar(copy.root, "-tzf", tarball(name)).split("\n")
    expect(files).toEqual(
      expect.arrayContaining([...promised, "package/CHANGELOG.md", "package/LICENSE", "package/README.md"])
    )
  })

  test.each(publishedPackages)("names in %s the repository that it was built in", (name) => {
    expect(packedManifest(name)).toMatchObject({
      repository: { type: "git", url: "git+https://github.com/example/tve-pass.git", directory: name }
    })
  })

  test("is not published if a file was added or changed since it was tested", async () => {
    expect(await compare()).toMatchObject({ exitCode: 0 })

    writeFileSync(packed("packages/another.tgz"), "")
    expect(await compare()).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("packed/packages/another.tgz")
    })
    rmSync(packed("packages/another.tgz"))

    const original = readFileSync(tarball("auth"))
    appendFileSync(tarball("auth"), " ")
    const outcome = await compare()
    writeFileSync(tarball("auth"), original)
    expect(outcome).toMatchObject({ exitCode: 1, output: expect.stringContaining("tve-pass-auth-2.0.0.tgz: FAILED") })
  })

  test("is not published without provenance", async () => {
    expect(await copy.run("publish", "Publish", { SIGNED: "yes" })).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("provenance")
    })
    expect(await published("client")).toBeUndefined()
  })

  test("that stopped half way is completed by starting again", async () => {
    const [first = "", second = ""] = publishedPackages
    const original = readFileSync(tarball(second))
    rmSync(tarball(second))
    expect((await copy.run("publish", "Publish")).exitCode).not.toBe(0)
    expect(await published(first)).toBeDefined()
    expect(await published(second)).toBeUndefined()

    writeFileSync(tarball(second), original)
    successful(await copy.run("publish", "Publish"))
    for (const name of publishedPackages) {
      expect(await published(name)).toEqual({ tags: { latest: "2.0.0" }, integrity: integrityOf(name) })
    }
    expect(await findUnpublished()).toBe("false")
  })

  test("creates the GitHub releases that are missing, with the notes of the changelog", async () => {
    copy.addGithubRelease("@tve-pass/client@2.0.0")
    successful(await copy.run("announce", "Create the GitHub releases that are missing"))
    const created = copy.githubCalls().filter((call) => call.startsWith("release create"))
    expect(created).toEqual(
      publishedPackages
        .filter((name) => name !== "packages/client")
        .map((name) => {
          const tag = `@tve-pass/${basename(name)}@2.0.0`
          const notes = `packed/notes/tve-pass-${basename(name)}-2.0.0.tgz.md`
          return `release create ${tag} --target ${"0123456789abcdef0123456789abcdef01234567"} --title ${tag} --notes-file ${notes}`
        })
    )
    expect(readFileSync(packed("notes/tve-pass-client-2.0.0.tgz.md"), "utf8")).toBe(
      "### Major Changes\n\n- `somethingOld` is gone.\n"
    )
  })
})
