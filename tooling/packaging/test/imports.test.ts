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
