import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { fileOperation } from "./file-error.ts"

const failingWith = (code: string) =>
  Effect.flip(
    fileOperation("write", "/state/key.json", () => Promise.reject(Object.assign(new Error("CANARY"), { code })))
  )

describe("fileOperation", () => {
  it.effect("asks for space when there is none", () =>
    Effect.gen(function* () {
      for (const code of ["ENOSPC", "EDQUOT"]) {
        const error = yield* failingWith(code)
        expect(error.message).toBe(
          `Failed to write /state/key.json: the store failed (Error ${code}). Free space on its disk.`
        )
      }
    })
  )

  it.effect("asks for another directory when this one is off limits", () =>
    Effect.gen(function* () {
      for (const code of ["EACCES", "EPERM", "EROFS", "EMFILE"]) {
        const error = yield* failingWith(code)
        expect(error.reason).toMatchObject({ _tag: "StoreUnavailable", operation: "write", cause: { code } })
        expect(error.message).toContain("Pass a directory that this process may read and write.")
        expect(JSON.stringify(error)).not.toContain("CANARY")
      }
    })
  )

  it.effect("asks to move away what is in the place of a file or a directory", () =>
    Effect.gen(function* () {
      for (const code of ["EISDIR", "ENOTEMPTY", "ENOTDIR", "EEXIST"]) {
        const { reason } = yield* failingWith(code)
        expect(reason).toMatchObject({ _tag: "StoreCorrupted", location: "/state/key.json" })
      }
    })
  )
})
