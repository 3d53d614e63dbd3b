import { describe, expect, inject, test } from "vitest"
import { installedClosure } from "../src/installed-closure.ts"
import { installedNames, type InstallationName } from "../src/installations.ts"
import { runAsStranger } from "../src/stranger.ts"

const { installations } = inject("installed")
const { everything, withoutMsw, clientAlone } = installations

/** What `import(name)` ends with in the project at `folder`: the count of its exports, or a code and a message. */
const importIn = async (folder: string, name: string): Promise<unknown> => {
  const script = `
    const result = await import("${name}").then(Object.keys, ({ code, message }) => ({ code, message }))
    console.log(JSON.stringify(result))
  `
  const { output } = await runAsStranger(folder, process.execPath, "--input-type=module", "--eval", script)
  return JSON.parse(output)
}

const notFound = (name: string) => ({
  code: "ERR_MODULE_NOT_FOUND",
  message: expect.stringContaining(`Cannot find package '${name}'`)
})

describe("npm install brings", () => {
  test("with the client: openapi-fetch and nothing else", () => {
    expect(clientAlone.packages).toEqual(["@tve-pass/client", "openapi-fetch", "openapi-typescript-helpers"])
  })

  test("with auth and testing: effect, which is a peer, and no msw, which is an optional one", () => {
    expect(withoutMsw.packages).toEqual([
      "@tve-pass/auth",
      "@tve-pass/client",
      "@tve-pass/testing",
      "effect",
      "openapi-fetch",
      "openapi-typescript-helpers"
    ])
  })

  test("with everything of the README: one effect, one msw and one client", () => {
    const copies = everything.packages.filter((path) => /(^|\/)(effect|msw|@tve-pass\/client)$/.test(path))
    expect(copies).toEqual(["@tve-pass/client", "effect", "msw"])
  })
})

describe("what was not installed cannot be imported", () => {
  test.each(["effect", "msw", "@tve-pass/auth"])("%s, beside the client alone", async (name) => {
    expect(await importIn(clientAlone.folder, name)).toEqual(notFound(name))
  })

  test.each(["@tve-pass/testing", "@tve-pass/testing/msw"])("%s needs msw", async (subpath) => {
    expect(await importIn(withoutMsw.folder, subpath)).toEqual(notFound("msw"))
  })

  test.each([
    { subpath: "@tve-pass/testing/server", name: "startSimulatorServer" },
    { subpath: "@tve-pass/testing/simulator", name: "createSimulatorCore" }
  ])("$subpath does not", async ({ subpath, name }) => {
    expect(await importIn(withoutMsw.folder, subpath)).toContain(name)
  })
})

/** npm may put a package into several places; a closure has each version once. */
const namesAt = (paths: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(paths.map((path) => path.replace(/^.*node_modules\//, "").replace(/(?<=.)@[^@]+$/, "")))].sort()

test.each<InstallationName>(["everything", "withoutMsw", "clientAlone"])(
  "the closure that is computed for %s is what npm has installed",
  (name) => {
    const { folder, packages } = installations[name]
    expect(namesAt(installedClosure(folder, installedNames[name]).packages)).toEqual(namesAt(packages))
  }
)
