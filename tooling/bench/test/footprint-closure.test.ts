import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { dependencyClosure } from "../src/footprint/dependency-closure.ts"
import { installedSize } from "../src/footprint/installed-size.ts"

let root = ""
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bench-closure-"))
})
afterEach(() => rmSync(root, { recursive: true }))

/** Puts a package where pnpm puts it; `variant` tells apart what has the same version and other peers. */
const install = (name: string, version: string, manifest: object = {}, variant = ""): string => {
  const folder = join(root, ".pnpm", `${name.replace("/", "+")}@${version}${variant}`, "node_modules", name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version, ...manifest }))
  return folder
}

/** Links a dependency beside the package that has it. */
const link = (from: string, name: string, to: string): void => {
  const beside = from.slice(0, from.lastIndexOf("node_modules") + "node_modules".length)
  mkdirSync(dirname(join(beside, name)), { recursive: true })
  symlinkSync(to, join(beside, name), "junction")
}

const closureOf = (...folders: ReadonlyArray<string>): ReadonlyArray<string> =>
  dependencyClosure(folders).map(({ name, version }) => `${name}@${version}`)

describe("the closure of a package", () => {
  test("has dependencies of dependencies, round in a circle, of scoped packages too", () => {
    const application = install("@scope/application", "1.0.0", { dependencies: { library: "^2.0.0" } })
    const library = install("library", "2.1.0", { dependencies: { "@scope/application": "^1.0.0", leaf: "*" } })
    link(application, "library", library)
    link(library, "@scope/application", application)
    link(library, "leaf", install("leaf", "0.1.0"))
    expect(closureOf(application)).toEqual(["@scope/application@1.0.0", "leaf@0.1.0", "library@2.1.0"])
  })

  test("has required peers, and optional dependencies that are installed, but no optional peers", () => {
    const application = install("application", "1.0.0", {
      // npm lists optional dependencies among the others as well.
      dependencies: { "for-this-platform": "*", "for-another-platform": "*" },
      optionalDependencies: { "for-this-platform": "*", "for-another-platform": "*" },
      peerDependencies: { peer: "*", "optional-peer": "*" },
      peerDependenciesMeta: { "optional-peer": { optional: true } }
    })
    link(application, "for-this-platform", install("for-this-platform", "1.0.0"))
    link(application, "peer", install("peer", "1.0.0"))
    link(application, "optional-peer", install("optional-peer", "1.0.0"))
    expect(closureOf(application)).toEqual(["application@1.0.0", "for-this-platform@1.0.0", "peer@1.0.0"])
  })

  test("counts a version once and two versions twice, and follows each copy", () => {
    const one = install("one", "1.0.0", { dependencies: { shared: "*" } })
    const other = install("other", "1.0.0", { dependencies: { shared: "*" } })
    const manifest = { peerDependencies: { peer: "*" } }
    const [first, second] = [install("shared", "3.0.0", manifest, "_1"), install("shared", "3.0.0", manifest, "_2")]
    link(one, "shared", first)
    link(other, "shared", second)
    link(first, "peer", install("peer", "1.0.0"))
    link(second, "peer", install("peer", "2.0.0"))
    expect(closureOf(one, other)).toEqual(["one@1.0.0", "other@1.0.0", "peer@1.0.0", "peer@2.0.0", "shared@3.0.0"])
  })

  test("looks for dependencies of a workspace package inside of it", () => {
    const application = install("application", "1.0.0", { dependencies: { library: "*" } })
    mkdirSync(join(application, "node_modules"))
    symlinkSync(install("library", "1.0.0"), join(application, "node_modules/library"), "junction")
    expect(closureOf(application)).toEqual(["application@1.0.0", "library@1.0.0"])
  })

  test("is refused where something required is missing", () => {
    const application = install("application", "1.0.0", { dependencies: { library: "*" } })
    expect(() => closureOf(application)).toThrow("application@1.0.0 needs library, which is not installed")
  })
})

test("the installed size is that of all files, without links and without packages inside of packages", () => {
  const application = install("application", "1.0.0")
  const library = install("library", "1.0.0")
  mkdirSync(join(application, "dist/deep"), { recursive: true })
  writeFileSync(join(application, "dist/deep/index.js"), "x".repeat(1000))
  mkdirSync(join(application, "node_modules/inner"), { recursive: true })
  writeFileSync(join(application, "node_modules/inner/index.js"), "x".repeat(100))
  symlinkSync(library, join(application, "linked"), "junction")
  const manifests = [
    JSON.stringify({ name: "application", version: "1.0.0" }),
    JSON.stringify({ name: "library", version: "1.0.0" })
  ]
  expect(installedSize(dependencyClosure([application, library]))).toBe(1000 + manifests.join("").length)
})
