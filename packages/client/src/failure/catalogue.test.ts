import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { json } from "../../test/recorder.ts"
import { readFailure } from "./read-failure.ts"

describe("the catalogue of enhanced errors", () => {
  const page = readFileSync(new URL("../../../../docs/protocol/errors.md", import.meta.url), "utf8")
  const rows = [...page.matchAll(/^\| `([a-z_]+)` \| ([a-z-]+) \| (\d{3}) \|/gm)].map(([, code, action, status]) => ({
    code: code ?? "",
    action: action ?? "",
    status: Number(status)
  }))

  it("is the one of the protocol page, with 47 codes", () => {
    expect(rows).toHaveLength(47)
  })

  it.each(rows)("decides on $code: $action", async ({ code, action, status }) => {
    const failure = await readFailure(json({ code, status, action: "something else" }, status))
    expect(failure).toMatchObject({ _tag: "EnhancedError", code, action, status })
    expect(failure).toHaveProperty("reaction", expect.stringMatching(/\.$/))
  })
})
