import { describe, expect, inject, test } from "vitest"
import { installedFolder } from "../src/installations.ts"
import { findCycles, packagesIn, readPackageGraph } from "../src/module-graph.ts"
import { subpathsOf, type Manifest } from "../src/published-packages.ts"

const { packed, installations } = inject("installed")

const declaredBy = ({ dependencies, peerDependencies, optionalDependencies }: Manifest): ReadonlyArray<string> =>
  Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }).sort()

/** Third-party packages that each package may depend on; those that are not listed may have none. */
const thirdParty: Readonly<Record<string, ReadonlyArray<string>>> = {
  "@tve-pass/client": ["openapi-fetch"],
  "@tve-pass/auth": ["effect"],
  "@tve-pass/entitlement": ["effect"],
  "@tve-pass/management": ["effect", "saxes"],
  "@tve-pass/redis": ["effect"],
  "@tve-pass/testing": ["msw"]
}

describe.each(packed.filter(({ manifest }) => subpathsOf(manifest).length > 0))("$manifest.name", ({ manifest }) => {
  const { modules, declarations } = readPackageGraph(installedFolder(installations.everything, manifest.name))

  test("declares no third-party dependency but those that it may have", () => {
    const others = declaredBy(manifest).filter((name) => !name.startsWith("@tve-pass/"))
    expect(others.filter((name) => !thirdParty[manifest.name]?.includes(name))).toEqual([])
  })

  test("imports what it declares, and at run time nothing else", () => {
    const imported = new Set([...packagesIn(modules), ...packagesIn(declarations)].filter((name) => name !== "node:"))
    expect([...imported].sort()).toEqual(declaredBy(manifest))
  })

  test("refers in its declarations to nothing that it does not declare", () => {
    const undeclared = packagesIn(declarations).filter((name) => ![...declaredBy(manifest), "node:"].includes(name))
    expect(undeclared).toEqual([])
  })

  test("has no cycle among the modules that it emits", () => {
    expect(modules.size).toBeGreaterThan(0)
    expect(findCycles(modules)).toEqual([])
  })
})

/** How many modules of its package an entry point loads, and of all packages the facades. */
test.each([
  { name: "@tve-pass/client", entry: "dist/rest-v2/index.js", most: 5 },
  { name: "@tve-pass/auth", entry: "dist/promise/index.js", most: 8 },
  { name: "@tve-pass/entitlement", entry: "dist/promise/index.js", most: 12 },
  { name: "@tve-pass/redis", entry: "dist/index.js", most: 1 },
  { name: "@tve-pass/testing", entry: "dist/index.js", most: 6 }
])("$entry of $name loads at most $most modules of it", ({ name, entry, most }) => {
  const { modules } = readPackageGraph(installedFolder(installations.everything, name))
  const loaded = new Set([entry])
  for (const path of loaded) for (const next of modules.get(path) ?? []) if (modules.has(next)) loaded.add(next)
  expect(loaded.size).toBeLessThanOrEqual(most)
})

test("the packages do not depend on each other in a circle", () => {
  expect(findCycles(new Map(packed.map(({ manifest }) => [manifest.name, declaredBy(manifest)])))).toEqual([])
})

test("a circle is found, wherever it is entered", () => {
  const graph = new Map([
    ["entry", ["a", "leaf"]],
    ["a", ["b"]],
    ["b", ["c", "leaf"]],
    ["c", ["a"]],
    ["self", ["self"]]
  ])
  expect(findCycles(graph)).toEqual(["a -> b -> c -> a", "self -> self"])
})
