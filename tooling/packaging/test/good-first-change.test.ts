import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { repositoryRoot } from "../src/published-packages.ts"
import { ReleasedCopy } from "../src/spec-change/released-copy.ts"

const folder = realpathSync(mkdtempSync(join(tmpdir(), "good-first-change-")))
afterAll(() => rmSync(folder, { recursive: true }))

const page = readFileSync(join(repositoryRoot, "docs/maintaining/first-change.md"), "utf8")

/** Each replaces one line of a file. */
const edits = [...page.matchAll(/```diff\n--- (.+)\n-(.+)\n\+(.+)\n```/g)].map(([, path = "", before, after]) => ({
  path,
  before,
  after
}))

test("the page edits a page of the protocol, then a spec, at lines that are there", () => {
  expect(edits.map(({ path }) => path)).toEqual(["docs/protocol/headers.md", "specs/rest-v2/schemas/device-info.yaml"])
  for (const { path, before, after } of edits) {
    const lines = readFileSync(join(repositoryRoot, path), "utf8").split("\n")
    expect(lines.filter((line) => line === before || line === after)).toEqual([before])
  }
})

test("the edit of the spec generates what the page shows, and asks for the changeset that the page adds", async () => {
  const copy = new ReleasedCopy(folder)
  copy.edit("rest-v2/schemas/device-info.yaml", (document) => document.addIn(["ConnectionType", "enum"], "6G"))
  const [, shown = ""] = /```console\n\$ pnpm generate\n([^]*?)\n```/.exec(page) ?? []
  expect(await copy.generate()).toBe(shown)
  expect(await copy.specsDiff()).toContain("Queue a changeset that promises patch for @tve-pass/client")
  expect(page).toContain("pnpm changeset add --patch @tve-pass/client -m ")
})
