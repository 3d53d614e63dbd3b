import { describe, expect, inject, test } from "vitest"
import { runAsStranger } from "../src/stranger.ts"

const { everything, withoutMsw, clientAlone } = inject("installed").installations

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
