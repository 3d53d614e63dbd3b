import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it } from "vitest"

const quickstart = fileURLToPath(new URL("..", import.meta.url))
// Below the folder that the packages are installed in, so that the README's imports resolve as a user's do.
const folder = join(quickstart, "node_modules", ".cache", "readme")
const readme = readFileSync(join(quickstart, "..", "..", "README.md"), "utf8")
const blocks = [...readme.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = ""]) => code)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("the code of the README compiles as pasted", () => {
  expect(blocks).toHaveLength(3)
  mkdirSync(folder, { recursive: true })
  const options = { extends: "@tve-pass/tsconfig/strict.json", compilerOptions: { noEmit: true, types: ["node"] } }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, include: ["*.ts"] }))
  blocks.forEach((code, index) => writeFileSync(join(folder, `block-${index}.ts`), code))
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc")
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" })
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" })
})

it("the README shows what the demo prints", () => {
  for (const line of [
    "client credentials  registered and stored",
    "access token        from the store",
    "requests sent       register 0, token 0"
  ])
    expect(readme).toContain(line)
})
