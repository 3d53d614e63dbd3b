import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkContext } from "../src/check-context.ts"
import { toPage } from "../src/page.ts"
import { folderOf, writePageFolders, type PageFolders } from "../src/page-folders.ts"
import { runModule } from "../src/run-block.ts"
import { runNodeTests, runVitest } from "../src/run-tests.ts"
import { typeCheck, type TypeProblem } from "../src/type-check.ts"

const page = toPage(
  "fixture/page.md",
  `
\`\`\`ts
import { sha256 } from "@tve-pass/client"
export const hash: number = sha256("a")
\`\`\`

<!-- context: device -->

\`\`\`ts
// own.ts
import { createAdobePass } from "@tve-pass/auth/promise"
export const pass = createAdobePass({ environment: "release-staging", softwareStatement, device, storage: undeclared })
\`\`\`

\`softwareStatement\` is the JWT.

\`\`\`ts
const device = { identifier: "x", info: undefined }
export const names: ReadonlyArray<string> = [device.identifier, softwareStatement]
\`\`\`

\`\`\`ts run
console.log("before")
console.log(softwareStatement)
\`\`\`

\`\`\`ts run
console.log("printed") // => promised
\`\`\`

\`\`\`ts test
import { test } from "node:test"
test("fails", () => { throw new Error("on purpose") })
\`\`\`

\`\`\`ts test
import { it } from "node:test"
export { it }
\`\`\`

\`\`\`ts test
import { expect, it } from "vitest"
it("fails", () => expect(1).toBe(2))
\`\`\`
`
)

let folders: PageFolders
let problems: ReadonlyArray<TypeProblem> = []
beforeAll(async () => {
  folders = writePageFolders([page])
  problems = await typeCheck(folders)
})
afterAll(() => folders.remove())

describe("the compiler", () => {
  it("finds errors at their lines, and names that neither block nor context declares", () => {
    expect(problems.map(({ path, line, text }) => `${path}:${line} ${text.replace(/:.*/, "")}`).sort()).toEqual(
      [
        "fixture-page/line-22.ts:2 error TS2304",
        "fixture-page/line-2.ts:2 error TS2322",
        "fixture-page/own.ts:3 error TS2304"
      ].sort()
    )
  })

  it("takes from a context what a block uses and does not declare, and nothing for a block that runs", () => {
    expect(folders.files.map(({ fromContext }) => fromContext)).toEqual([
      [],
      ["softwareStatement", "device"],
      ["softwareStatement"],
      [],
      [],
      [],
      [],
      []
    ])
  })
})

describe("a page", () => {
  it("tells what each name is that a block takes from its context", () => {
    const [, own, next] = folders.files
    // Another block declares `device`, and the text names the statement.
    expect(own && checkContext(page, own)).toBeUndefined()
    const silent = toPage(page.path, page.markdown.replace("`softwareStatement` is the JWT.", "It is the JWT."))
    expect(next && checkContext(silent, next)).toBe("The page does not say what this is: softwareStatement.")
  })

  it("names a context that exists", () => {
    const [file] = folders.files
    if (file === undefined) throw new Error("There is no block.")
    const misnamed = { ...file, block: { ...file.block, context: "devise" } }
    expect(checkContext(page, misnamed)).toBe('There is no context "devise".')
  })
})

const folder = () => join(folders.folder, folderOf(page.path))
const fileAt = (index: number) => {
  const file = folders.files[index]
  if (file === undefined) throw new Error("There is no such block.")
  return { ...file, whole: join(folders.folder, file.path) }
}

describe("a block that runs", () => {
  it("fails when it prints something else", async () => {
    const { block, whole } = fileAt(4)
    const problem = await runModule(block, whole, { folder: folder(), origin: "http://127.0.0.1:1" })
    expect(problem).toBe("Promised:\npromised\nPrinted:\nprinted")
  })

  it("fails when it throws", async () => {
    const { block, whole } = fileAt(3)
    const problem = await runModule(block, whole, { folder: folder(), origin: "http://127.0.0.1:1" })
    expect(problem).toContain("ReferenceError: softwareStatement")
  })

  it("fails when a test of node:test fails", async () => {
    expect(await runNodeTests(folder(), fileAt(5).whole)).toContain("on purpose")
  })

  it("fails when it has no test", async () => {
    expect(await runNodeTests(folder(), fileAt(6).whole)).toContain("It has no tests.")
  })

  it("fails when a test of vitest fails, or was not found", async () => {
    const { path } = fileAt(7)
    const outcomes = await runVitest(folders.folder, [path, "fixture-page/other.test.ts"])
    expect(outcomes.get(path)).toContain("expected 1 to be 2")
    expect(outcomes.get("fixture-page/other.test.ts")).toContain("It was not run.")
  })
})
