import { describe, expect, it } from "vitest"
import { ApiFailure, AuthError } from "../../src/index.ts"

const errors = [
  new AuthError({ reason: { _tag: "Throttled", by: "server", retryAt: 0 } }),
  new ApiFailure({ failure: { _tag: "HttpError", httpStatus: 502 } as never, status: 502, message: "Failed" })
]

/** Copies an error as the error serializer of pino does: all that `for in` finds. */
const copiedByLogger = (error: Error): object => {
  const copy: Record<string, unknown> = {}
  for (const key in error) copy[key] = Reflect.get(error, key)
  return copy
}

describe("an error in a log", () => {
  it.each(errors)("$_tag shows its members and no mark of an effect", (error) => {
    const copy = JSON.parse(JSON.stringify(copiedByLogger(error)))
    expect(Object.keys(copy).filter((key) => key.startsWith("~"))).toStrictEqual([])
    expect(Object.keys(JSON.parse(JSON.stringify(error))).filter((key) => key.startsWith("~"))).toStrictEqual([])
    expect(copy).toMatchObject({ _tag: error._tag })
  })
})
