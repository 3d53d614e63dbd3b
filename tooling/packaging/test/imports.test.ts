import { describe, expect, inject, test } from "vitest"
import { npmExec } from "../src/npm.ts"
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
  Object.keys(manifest.bin ?? {}).map((name) => ({ name, version: manifest.version }))
)

test.each(commands)("$name runs from its link, without msw", async ({ name, version }) => {
  expect(await npmExec(withoutMsw, name, "--help")).toContain(name)
  expect(await npmExec(withoutMsw, name, "--version")).toBe(`${version}\n`)
})

test("the simulator is the one command", () => {
  expect(commands.map(({ name }) => name)).toEqual(["tve-pass-simulator"])
})
