import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { makeDesk } from "./support/run.ts"

/** Installs a playground in a folder, as npm does. */
const install = async (directory: string) => {
  const folder = join(directory, "node_modules/@tve-pass/playground")
  await mkdir(folder, { recursive: true })
  const manifest = { name: "@tve-pass/playground", bin: { "tve-pass-playground": "./dist/server/main.js" } }
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest))
  return join(folder, "dist/server/main.js")
}

describe("tve-pass playground", () => {
  it("starts the playground that the project has installed, with its flags", async () => {
    const { run, directory, executed } = await makeDesk()
    const script = await install(directory)
    expect((await run("playground --port 0 --scenario denied --json")).exitCode).toBe(0)
    expect(executed).toEqual([
      { command: `"${process.execPath}" "${script}" "--port" "0" "--scenario" "denied" "--json"`, input: "" }
    ])
  })

  it("leaves nothing to the shell", async () => {
    const { run, directory, executed } = await makeDesk()
    await install(directory)
    await run('playground --scenario $(id)`id`"')
    expect(executed[0]?.command).toContain('"--scenario" "\\$(id)\\`id\\`\\""')
  })

  it("says what to run where none is installed: 1", async () => {
    const { run, executed } = await makeDesk()
    const { exitCode, stderr } = await run("playground --json")
    expect([exitCode, executed]).toEqual([1, []])
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: "playground-not-installed", hint: "Run: npx @tve-pass/playground" }
    })
  })
})
