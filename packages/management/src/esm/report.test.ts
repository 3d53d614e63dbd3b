import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { TestClock } from "effect/testing"
import { recordingTransport } from "../../test/recording-transport.ts"
import { pacificTime } from "./pacific-time.ts"
import { reportPath, type ReportQuery } from "./report-query.ts"
import { followReportLink, retrieveReport, retrieveReportCsv, retrieveWholeReport } from "./report.ts"

describe("reportPath", () => {
  const accepted: ReadonlyArray<readonly [string, ReportQuery]> = [
    ["/esm/v3", { by: [] }],
    ["/esm/v3/year/month/day", { by: ["year", "month", "day"] }],
    ["/esm/v3/year?mvpd=A%26B&mvpd=C", { by: ["year"], where: { mvpd: ["A&B", "C"] } }],
    ["/esm/v3/year?mvpd!=A%26B&platform", { by: ["year"], not: { mvpd: "A&B" }, include: ["platform"] }],
    [
      "/esm/v3/year?metrics=authn-attempts,authn-successful&start=2026-11&end=2026-11-02T03%3A04&limit=1000",
      {
        by: ["year"],
        metrics: ["authn-attempts", "authn-successful"],
        start: "2026-11",
        end: "2026-11-02T03:04",
        limit: 1000
      }
    ],
    ["/esm/v3/new-dimension?metrics=new-metric", { by: ["new-dimension"], metrics: ["new-metric"] }]
  ]
  it.each(accepted)("is %s", (path, query) => {
    assert.strictEqual(Effect.runSync(reportPath(query)), path)
  })

  const refused: ReadonlyArray<readonly [string, object, string]> = [
    ["a dimension with a slash", { by: ["year/month"] }, "by"],
    ["a dimension that leaves the path", { by: [".."] }, "by"],
    ["a dimension twice", { by: ["year", "year"] }, "by"],
    ["an undefined filter", { where: { mvpd: undefined } }, "where.mvpd"],
    ["an empty filter", { where: { mvpd: "" } }, "where.mvpd"],
    ["a filter of no values", { not: { mvpd: [] } }, "not.mvpd"],
    ["a filter by time", { where: { day: "1" } }, "where.day"],
    ["a filter that smuggles a parameter", { where: { "mvpd&limit": "1" } }, "where"],
    ["a start with a zone", { start: "2026-11-01T00:00:00Z" }, "start"],
    ["a day that does not exist", { start: "2026-02-31" }, "start"],
    ["an end before the start", { start: "2026-11-02", end: "2026-11-01" }, "end"],
    ["a limit of 0", { limit: 0 }, "limit"],
    ["a limit that is no number", { limit: Number.NaN }, "limit"]
  ]
  it.each(refused)("refuses %s", (_, query, parameter) => {
    // The boundary under test: values that the types exclude.
    const path = reportPath({ by: ["year"], ...query } as unknown as ReportQuery)
    assert.deepInclude(Effect.runSync(Effect.flip(path)).reason, { _tag: "InvalidRequest", parameter })
  })
})

describe("pacificTime", () => {
  it("follows daylight saving time", () => {
    assert.strictEqual(pacificTime(new Date("2026-07-01T07:00:00Z")), "2026-07-01T00:00:00")
    assert.strictEqual(pacificTime(new Date("2026-12-01T08:00:00Z")), "2026-12-01T00:00:00")
  })
})

const json = (body: unknown, headers: Record<string, string> = {}) => Response.json(body, { headers })

describe("retrieveReport", () => {
  it.effect("reads metrics as numbers, ids as strings, and links of either form", () =>
    Effect.gen(function* () {
      const { transport } = recordingTransport(() =>
        json(
          {
            _links: {
              self: { href: "/esm/v3/year?limit=1000" },
              "roll-up": { href: "https://elsewhere.example/v3" },
              "drill-down": [{ href: "/v3/year/month" }, { href: "/esm/v3/year/mvpd" }, { title: "no address" }]
            },
            report: [{ year: "2026", mvpd: "007", "authn-attempts": "12", "authz-latency": "n/a" }]
          },
          { "Last-Modified": "Fri, 27 Nov 2026 08:00:00 GMT" }
        )
      )
      assert.deepStrictEqual(yield* retrieveReport(transport, { by: ["year"] }), {
        records: [{ year: 2026, mvpd: "007", "authn-attempts": 12, "authz-latency": "n/a" }],
        links: {
          self: ["/esm/v3/year?limit=1000"],
          rollUp: ["/esm/v3"],
          drillDown: ["/esm/v3/year/month", "/esm/v3/year/mvpd"]
        },
        truncated: false,
        computedAt: new Date("2026-11-27T08:00:00Z")
      })
    })
  )

  it.effect("is truncated when there are as many records as the limit, also where only `self` names it", () =>
    Effect.gen(function* () {
      const report = [{ year: "2025" }, { year: "2026" }]
      const named = recordingTransport(() => json({ _links: { self: { href: "/esm/v3/year?limit=2" } }, report }))
      assert.isTrue((yield* retrieveReport(named.transport, { by: ["year"] })).truncated)
      const asked = recordingTransport(() => json({ report }))
      assert.isTrue((yield* retrieveReport(asked.transport, { by: ["year"], limit: 2 })).truncated)
      assert.isFalse((yield* retrieveReport(asked.transport, { by: ["year"], limit: 3 })).truncated)
    })
  )

  it.effect("repeats a request that failed temporarily, twice at most", () =>
    Effect.gen(function* () {
      const twice = recordingTransport((_, count) =>
        count < 3 ? new Response("", { status: 503 }) : json({ report: [] })
      )
      const fiber = yield* Effect.forkChild(retrieveReport(twice.transport, { by: [] }))
      yield* TestClock.adjust("1500 millis")
      assert.deepStrictEqual((yield* Fiber.join(fiber)).records, [])
      const always = recordingTransport(() => new Response("<html>", { status: 500 }))
      const failing = yield* Effect.forkChild(Effect.flip(retrieveReport(always.transport, { by: [] })))
      yield* TestClock.adjust("1500 millis")
      const { reason } = yield* Fiber.join(failing)
      assert.deepStrictEqual(reason, { _tag: "Refused", operation: "retrieveReport", status: 500, explanation: "" })
      assert.strictEqual(always.calls.length, 3)
    })
  )

  it.effect.each(["not JSON", "{}", "[]", '{"report":{}}'])("fails with MalformedResponse for %s", (body) =>
    Effect.gen(function* () {
      const { transport } = recordingTransport(() => new Response(body))
      const { reason } = yield* Effect.flip(retrieveReport(transport, { by: [] }))
      assert.strictEqual(reason._tag, "MalformedResponse")
    })
  )

  it.effect("names the remedy of a path that does not exist", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => new Response("no such report", { status: 404 }))
      const { message } = yield* Effect.flip(retrieveReport(transport, { by: ["mvpd", "year"] }))
      assert.include(message, "follow its links")
      assert.strictEqual(calls.length, 1)
    })
  )

  it.effect("follows links of reports only", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => json({ report: [] }))
      yield* followReportLink(transport, "/esm/v3/year")
      yield* Effect.flip(followReportLink(transport, "https://elsewhere.example/esm/v3/year"))
      yield* Effect.flip(followReportLink(transport, "/esm/v3x"))
      assert.deepStrictEqual(calls, ["GET https://mgmt.auth.adobe.com/esm/v3/year"])
    })
  )
})

describe("retrieveReportCsv", () => {
  it.effect("streams a report larger than any buffer", () =>
    Effect.gen(function* () {
      const row = new TextEncoder().encode(`${"2026,11,466\n".repeat(8192)}`)
      let sent = 0
      const body = new ReadableStream<Uint8Array>(
        { pull: (controller) => (sent++ < 200 ? controller.enqueue(row) : controller.close()) },
        { highWaterMark: 0 }
      )
      const { transport, calls } = recordingTransport(() => new Response(body))
      const csv = yield* retrieveReportCsv(transport, { by: ["year", "month"] })
      assert.strictEqual(sent, 0)
      let size = 0
      yield* Effect.promise(async () => {
        for await (const chunk of csv) size += chunk.byteLength
      })
      assert.strictEqual(size, 200 * row.byteLength)
      assert.deepStrictEqual(calls, ["GET https://mgmt.auth.adobe.com/esm/v3/year/month?format=csv"])
    })
  )
})

describe("retrieveWholeReport", () => {
  it.effect("splits by time until nothing is truncated, and loses no record", () =>
    Effect.gen(function* () {
      const days = Array.from({ length: 8 }, (_, index) => `2026-11-0${index + 1}`)
      const { transport, calls } = recordingTransport((path) => {
        const query = new URLSearchParams(path.split("?")[1])
        const [start = "", end = "", limit] = ["start", "end", "limit"].map((name) => query.get(name) ?? "")
        const found = days.filter((day) => `${day}T00:00:00` >= start && `${day}T00:00:00` < end)
        return json({ report: found.slice(0, Number(limit)).map((day) => ({ "requestor-id": day })) })
      })
      const report = yield* retrieveWholeReport(transport, {
        by: ["year", "month", "day"],
        start: "2026-11-01",
        end: "2026-11-09",
        limit: 3
      })
      assert.deepStrictEqual(
        report.records.map((record) => record["requestor-id"]),
        days
      )
      assert.isFalse(report.truncated)
      assert.strictEqual(calls.length, 7)
    })
  )

  it.effect("stays truncated where the shortest range has too many records", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => json({ report: [{}, {}] }))
      const query = { by: ["day"], start: "2026-11-01", end: "2026-11-02", limit: 2 }
      assert.isTrue((yield* retrieveWholeReport(transport, query)).truncated)
      assert.strictEqual(calls.length, 1)
    })
  )

  it.effect.each([{ by: ["year"] }, { by: ["day"] }, { by: ["day"], start: "2026-11-01", end: "2026-11-02" }])(
    "refuses %o",
    (query) =>
      Effect.gen(function* () {
        const { transport, calls } = recordingTransport(() => json({ report: [] }))
        yield* Effect.flip(retrieveWholeReport(transport, query))
        assert.deepStrictEqual(calls, [])
      })
  )
})
