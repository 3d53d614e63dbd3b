import { operations } from "@tve-pass/client/rest-v2/operations"
import { expect, it } from "vitest"
import { compactModule } from "./compact-data.ts"

it("writes the same data in a third of the bytes", async () => {
  const code = compactModule({ operations })
  const module: { readonly operations: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  expect(module.operations).toEqual(operations)
  expect(code.length).toBeLessThan(JSON.stringify(operations).length / 2)
})
