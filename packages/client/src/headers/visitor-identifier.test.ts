import { describe, expect, it } from "vitest"
import { refusedHeader } from "../../test/refused-header.ts"
import { visitorIdentifierHeader } from "./visitor-identifier.ts"

describe("AP-Visitor-Identifier", () => {
  it("is the bare Experience Cloud ID (C-H-10)", () => {
    expect(visitorIdentifierHeader("55153485014545389372403463213463214567")).toEqual({
      "AP-Visitor-Identifier": "55153485014545389372403463213463214567"
    })
  })

  it.each(["", '"551534"', "551534 ", "551534\r\nX-Injected: 1", "551534\n", "551534é", "55\u0000", "55\u007f"])(
    "refuses %j, without repeating it",
    (value) => {
      expect(refusedHeader(() => visitorIdentifierHeader(value)).message).toBe(
        "Failed to build AP-Visitor-Identifier: it is empty, quoted or not visible ASCII. Pass the bare Experience Cloud ID."
      )
    }
  )
})
