import { describe, expect, it } from "vitest"
import { describeUnderlyingError } from "./underlying-error.ts"

describe("describeUnderlyingError", () => {
  it.each([
    [new TypeError("secret"), { name: "TypeError", code: undefined }],
    [new DOMException("secret", "QuotaExceededError"), { name: "QuotaExceededError", code: undefined }],
    [Object.assign(new Error(), { code: "ENOSPC" }), { name: "Error", code: "ENOSPC" }],
    [Object.assign(new Error(), { code: "UND_ERR_SOCKET" }), { name: "Error", code: "UND_ERR_SOCKET" }],
    [new TypeError("x", { cause: { code: "ECONNREFUSED" } }), { name: "TypeError", code: "ECONNREFUSED" }]
  ])("keeps class name and system code of %s", (thrown, expected) => {
    expect(describeUnderlyingError(thrown)).toEqual(expected)
  })

  it.each([["a text"], [undefined], [null], [42], [{}], [{ name: 1, code: 2 }], [Object.create(null)]])(
    "knows nothing about %s",
    (thrown) => {
      expect(describeUnderlyingError(thrown)).toEqual({ name: "Error", code: undefined })
    }
  )

  it.each([["Bearer abcError"], ["SecretValue"], [`${"A".repeat(60)}Error`]])("does not take %s for a name", (name) => {
    expect(describeUnderlyingError({ name }).name).toBe("Error")
  })

  it.each([["t7AkePiru4"], ["SECRET_VALUE"], ["E"], ["ERR_lower"]])("does not take %s for a code", (code) => {
    expect(describeUnderlyingError({ code }).code).toBeUndefined()
  })

  it("survives chains without end and getters that throw", () => {
    const endless: { cause?: unknown } = {}
    endless.cause = endless
    expect(describeUnderlyingError(endless)).toEqual({ name: "Error", code: undefined })
    const throwing = Object.defineProperty({}, "name", {
      get: () => {
        throw new Error("getter")
      }
    })
    expect(describeUnderlyingError(throwing).name).toBe("Error")
  })
})

describe("an error reply of Redis", () => {
  it.each([
    ["OOM command not allowed when used memory > 'maxmemory'.", "OOM"],
    ["READONLY You can't write against a read only replica.", "READONLY"],
    ["MISCONF Redis is configured to save RDB snapshots", "MISCONF"],
    ["NOAUTH Authentication required.", "NOAUTH"],
    ["LOADING", "LOADING"],
    ["ERR unknown command", undefined],
    ["OOMPH CANARY", undefined],
    ["CANARY OOM", undefined]
  ])("%s: the code is %s", (message, code) => {
    expect(describeUnderlyingError(new Error(message))).toEqual({ name: "Error", code })
  })
})
