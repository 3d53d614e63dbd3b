import { describe, expect, it } from "vitest"
import { nextModel, type Model } from "../src/page/model.ts"
import { curlOf } from "../src/page/requests/curl.ts"
import { decodedHeaders } from "../src/page/requests/decoded-headers.ts"
import { visibleRows } from "../src/page/requests/visible-rows.ts"
import { exchange } from "./support/exchange.ts"

describe("the rows in view", () => {
  it.each([
    ["at the top", 0, { first: 0, end: 14 }],
    ["in the middle", 12_000, { first: 496, end: 514 }],
    ["at the end", 47_760, { first: 1_986, end: 2_000 }]
  ])("of 2,000 are few %s", (_where, scrollTop, rows) => {
    expect(visibleRows(2_000, { rowHeight: 24, scrollTop, height: 240 })).toEqual(rows)
  })

  it("are none of an empty list, also after a longer one was scrolled", () => {
    expect(visibleRows(0, { rowHeight: 24, scrollTop: 480, height: 240 })).toEqual({ first: 0, end: 0 })
  })
})

describe("the model", () => {
  const empty: Model = { state: undefined, exchanges: [] }

  it("keeps exchanges in their order, and replaces one that has gone on", () => {
    const events = [2, 1, 3].map((id) => ({ kind: "exchange", exchange: exchange({ id }) }) as const)
    const model = events.reduce(nextModel, empty)
    const after = nextModel(model, { kind: "exchange", exchange: exchange({ id: 2, method: "POST" }) })
    expect(after.exchanges.map(({ id, method }) => `${id} ${method}`)).toEqual(["1 GET", "2 POST", "3 GET"])
  })

  it("keeps the newest 2,000", () => {
    const model = Array.from({ length: 2_001 }, (_, id) => id).reduce(
      (before, id) => nextModel(before, { kind: "exchange", exchange: exchange({ id }) }),
      empty
    )
    expect([model.exchanges.length, model.exchanges[0]?.id]).toEqual([2_000, 1])
  })
})

describe("a request in detail", () => {
  const info = btoa(JSON.stringify({ model: "C4" }))
  const sent = exchange({
    method: "POST",
    path: "/api/v2/REF30/sessions",
    request: {
      headers: [
        ["accept-language", "en"],
        ["ap-device-identifier", `fingerprint ${btoa("television-1")}`],
        ["authorization", "Bearer abc"],
        ["x-device-info", info],
        ["ad-service-token", `e30.${btoa('{"sub":"jane"}')}.c2ln`],
        ["sec-fetch-site", "same-origin"]
      ],
      body: "mvpd=Cable'vision"
    }
  })

  it("shows the headers of the protocol, decoded", () => {
    expect(decodedHeaders(sent.request.headers).map(({ name, decoded }) => [name, decoded])).toEqual([
      ["ap-device-identifier", "television-1"],
      ["authorization", undefined],
      ["x-device-info", '{\n  "model": "C4"\n}'],
      ["ad-service-token", '{\n  "sub": "jane"\n}']
    ])
  })

  it("leaves a header as it is that cannot be decoded", () => {
    expect(decodedHeaders([["x-device-info", "%%%"]])).toEqual([{ name: "x-device-info", value: "%%%" }])
  })

  it("can be sent again from a shell", () => {
    const command = curlOf(sent, "http://127.0.0.1:4020")
    expect(command).toContain("curl --include --request POST 'http://127.0.0.1:4020/api/v2/REF30/sessions'")
    expect(command).toContain("--header 'authorization: Bearer abc'")
    expect(command).toContain("--data-raw 'mvpd=Cable'\\''vision'")
    expect(command).not.toContain("accept-language")
  })
})
