import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { installedClosure } from "../src/installed-closure.ts"

/** A project with packages at these paths below it; each has a manifest and a file of 1000 bytes. */
const projectWith = (packages: Readonly<Record<string, object>>) => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "closure-")))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  let manifests = 0
  for (const [path, members] of Object.entries(packages)) {
    const manifest = JSON.stringify({ name: path.replace(/^.*node_modules\//, ""), version: "1.0.0", ...members })
    manifests += manifest.length
    mkdirSync(join(folder, path, "lib"), { recursive: true })
    writeFileSync(join(folder, path, "package.json"), manifest)
    writeFileSync(join(folder, path, "lib/index.js"), "x".repeat(1000))
  }
  return { folder, manifests }
}

test("a closure follows dependencies, peers that are not optional, and the optional ones that are there", () => {
  const { folder, manifests } = projectWith({
    "node_modules/app": {
      dependencies: { "@scope/direct": "1" },
      peerDependencies: { peer: "1", absent: "1" },
      peerDependenciesMeta: { absent: { optional: true } },
      optionalDependencies: { "for-this-platform": "1", "for-another": "1" }
    },
    "node_modules/@scope/direct": { dependencies: { peer: "2" } },
    "node_modules/@scope/direct/node_modules/peer": { version: "2.0.0", dependencies: { app: "1" } },
    "node_modules/peer": {},
    "node_modules/for-this-platform": {}
  })
  expect(installedClosure(folder, ["app"])).toEqual({
    packages: ["@scope/direct@1.0.0", "app@1.0.0", "for-this-platform@1.0.0", "peer@1.0.0", "peer@2.0.0"],
    bytes: 5 * 1000 + manifests
  })
})

test("a dependency that is not there is named, and who needs it", () => {
  const { folder } = projectWith({ "node_modules/app": { dependencies: { lost: "1" } } })
  expect(() => installedClosure(folder, ["app"])).toThrow(
    `Failed to find lost, which ${join(folder, "node_modules/app")} needs: is it installed?`
  )
})
