import { mkdtempSync, readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, inject, test } from "vitest"
import { npmScript } from "../src/npm.ts"
import { successful } from "../src/run.ts"
import { runAsStranger } from "../src/stranger.ts"

const { packed, installations } = inject("installed")
const command = packed.find(({ manifest }) => manifest.name === "@tve-pass/cli")

/** `npx @tve-pass/cli …` in an empty folder, with the packed tarball and without a registry. */
const npx = async (...args: ReadonlyArray<string>): Promise<string> => {
  const { cache, folder } = installations.everything
  const empty = mkdtempSync(join(dirname(folder), "empty-"))
  const options = ["exec", "--yes", "--offline", `--cache=${cache}`, `--package=${command?.tarball ?? ""}`]
  const output = successful(
    await runAsStranger(empty, process.execPath, npmScript(), ...options, "--", "tve-pass", ...args)
  )
  expect(readdirSync(empty)).toEqual([])
  return output
}

test("the packed command needs no other package", () => {
  expect(command?.manifest).toMatchObject({ bin: { "tve-pass": "./dist/main.mjs" } })
  expect(command?.manifest.dependencies ?? {}).toEqual({})
})

test("npx runs its version in an empty folder", async () => {
  expect(await npx("--version")).toContain(`tve-pass ${command?.manifest.version}`)
})

test("npx runs the demo without a clone", async () => {
  expect(await npx("demo")).toMatch(/^Adobe Pass at http:\/\/127\.0\.0\.1:\d+ \(simulator\)/m)
})
