import { createHash } from "node:crypto"
import { expect, it } from "vitest"
import * as scripts from "./scripts.ts"

it.each(Object.entries(scripts))("the SHA-1 of %s is that of its text", (_, { lua, sha1 }) => {
  expect(sha1).toBe(createHash("sha1").update(lua).digest("hex"))
})
