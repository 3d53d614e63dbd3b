import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { repositoryRoot } from "../src/root.ts"

interface Field {
  readonly type: string
  readonly id?: string
  readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: ReadonlyArray<unknown> }
}

interface Form {
  readonly file: string
  readonly name: string
  readonly description: string
  readonly body: ReadonlyArray<Field>
}

const folder = join(repositoryRoot, ".github/ISSUE_TEMPLATE")
const forms = readdirSync(folder)
  .filter((file) => file !== "config.yml")
  // Boundary: forms of ours, whose shape GitHub prescribes.
  .map((file) => ({ ...(parse(readFileSync(join(folder, file), "utf8")) as Omit<Form, "file">), file }))

test("there is a form for a bug, a missing feature and a change of the protocol", () => {
  expect(forms.map(({ file }) => file)).toEqual(["bug.yml", "feature.yml", "protocol.yml"])
})

// GitHub offers no form that breaks these rules, and says so nowhere but on its own page.
describe.each(forms)("$file", ({ name, description, body }) => {
  test("says what it is for", () => {
    expect([name, description]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)])
  })

  test("has fields of the kinds that GitHub knows, each with a label, each under its own id", () => {
    const fields = body.filter(({ type }) => type !== "markdown")
    for (const { type, attributes } of fields) {
      expect(["checkboxes", "dropdown", "input", "textarea"]).toContain(type)
      expect(attributes.label).toMatch(/./)
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
  })

  test("offers each choice once, as text", () => {
    for (const { type, attributes } of body) {
      if (type !== "dropdown") continue
      expect(attributes.options).toEqual([...new Set(attributes.options?.map(String))])
    }
  })
})

test("who reports a bug is asked for versions, runtime, reason and trace, and warned of secrets", () => {
  const bug = forms.find(({ file }) => file === "bug.yml")
  expect(bug?.body.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["versions", "runtime", "reason", "trace", "secrets"])
  )
  expect(bug?.body[0]?.attributes.value).toMatch(/Paste no software statement, client secret, access token/)
})
