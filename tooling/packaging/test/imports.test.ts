import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import { subpathsOf } from "../src/published-packages.ts"
import { runNode, successful } from "../src/run.ts"

const { folder, packages } = inject("consumer")

describe.each(packages)("$manifest.name", ({ manifest }) => {
  test.each(subpathsOf(manifest))("%s can be imported in Node", (subpath) => {
    const script = `const names = Object.keys(await import("${subpath}")); console.log(names.length)`
    expect(Number(successful(runNode(folder, "--input-type=module", "--eval", script)))).toBeGreaterThan(0)
  })
})

const commands = packages.flatMap(({ installed, manifest }) =>
  Object.entries(manifest.bin ?? {}).map(([name, script]) => ({ name, script: join(installed, script) }))
)

test.each(commands)("$name tells how to use it", ({ name, script }) => {
  expect(successful(runNode(folder, script, "--help"))).toContain(name)
})
