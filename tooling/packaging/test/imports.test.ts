import { join } from "node:path"
import { describe, expect, inject, test } from "vitest"
import { installedFolder } from "../src/installations.ts"
import { subpathsOf } from "../src/published-packages.ts"
import { runNode, successful } from "../src/run.ts"

const { packed, installations } = inject("installed")
const { everything, withoutMsw } = installations

describe.each(packed)("$manifest.name", ({ manifest }) => {
  test.each(subpathsOf(manifest))("%s can be imported in Node", (subpath) => {
    const script = `const names = Object.keys(await import("${subpath}")); console.log(names.length)`
    expect(Number(successful(runNode(everything.folder, "--input-type=module", "--eval", script)))).toBeGreaterThan(0)
  })
})

const commands = packed.flatMap(({ manifest }) =>
  Object.entries(manifest.bin ?? {}).map(([name, script]) => ({
    name,
    script: join(installedFolder(withoutMsw, manifest.name), script)
  }))
)

test.each(commands)("$name tells how to use it", ({ name, script }) => {
  expect(successful(runNode(withoutMsw.folder, script, "--help"))).toContain(name)
})
