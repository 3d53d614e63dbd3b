import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { libraryRoot } from "../test/library.ts"
import { findDrift } from "./drift.ts"
import { generatedFiles } from "./generated-files.ts"
import { describeWritten, writeGenerated } from "./write-generated.ts"

let root: string

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "drift-"))
  cpSync(libraryRoot, root, { recursive: true })
  await writeGenerated(root)
})

afterEach(() => rmSync(root, { recursive: true }))

const drift = async () => findDrift(root, await generatedFiles(root))

const types = "packages/client/src/generated/library/types.ts"
const examples = "packages/testing/src/generated/library/examples.ts"

const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(root, path), "utf8")
  expect(text).toContain(from)
  writeFileSync(join(root, path), text.replace(from, to))
}

describe("drift between specs and generated files", () => {
  test("there is none after generating", async () => {
    expect(await drift()).toEqual([])
  })

  test("an edited file is named", async () => {
    edit(types, "Kind of book.", "Kind of film.")
    expect(await drift()).toEqual([{ path: types, kind: "differs" }])
  })

  test("a deleted file is named", async () => {
    rmSync(join(root, examples))
    expect(await drift()).toEqual([{ path: examples, kind: "missing" }])
  })

  test("a file that no spec generates is named, in whatever folder", async () => {
    mkdirSync(join(root, "packages/client/src/generated/archive/2019"), { recursive: true })
    writeFileSync(join(root, "packages/client/src/generated/archive/2019/types.ts"), "export {}\n")
    expect(await drift()).toEqual([{ path: "packages/client/src/generated/archive/2019/types.ts", kind: "left over" }])
  })

  test("a changed spec makes every file of its API differ, for each says which spec it is from", async () => {
    edit("specs/library/schemas/Genre.yaml", "[novel, ", "[manga, novel, ")
    const paths = [...(await generatedFiles(root)).keys()]
    expect(await drift()).toEqual(paths.map((path) => ({ path, kind: "differs" })))
  })

  test("a comment in a spec changes nothing", async () => {
    edit("specs/library/schemas/Genre.yaml", "type: string", "# C-LIB-1\ntype: string")
    expect(await drift()).toEqual([])
  })

  test("a spec that cannot be bundled says which one", async () => {
    edit("specs/library/openapi.yaml", "examples/unknown-name.yaml", "examples/no-such.yaml")
    await expect(generatedFiles(root)).rejects.toThrow("Failed to bundle specs/library/openapi.yaml")
  })

  test("generating again repairs it, touches nothing else and says what it did", async () => {
    edit(types, "Kind of book.", "Kind of film.")
    rmSync(join(root, examples))
    writeFileSync(join(root, "packages/testing/src/generated/old.ts"), "export {}\n")
    expect(describeWritten(await writeGenerated(root)).split("\n")).toEqual([
      `wrote ${types}`,
      `wrote ${examples}`,
      "removed packages/testing/src/generated/old.ts"
    ])
    expect(await drift()).toEqual([])
    expect(describeWritten(await writeGenerated(root))).toBe("Generated files are what the specs say.")
  })
})
