import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { recordingTransport } from "../../test/recording-transport.ts"
import { compareProxiedMvpds, fingerprintOf } from "./changes.ts"
import { readProxiedMvpds, writeProxiedMvpds } from "./document.ts"
import { checkProxiedMvpds, type ProxiedMvpd } from "./proxied-mvpd.ts"
import { removeAllProxiedMvpds, replaceProxiedMvpds, retrieveProxiedMvpds } from "./proxied-mvpds.ts"

const one: ProxiedMvpd = { id: "firstMVPD", displayName: "First & Best", logoUrl: "" }
const other: ProxiedMvpd = {
  id: "second_MVPD",
  providerId: 'Provider "2"',
  displayName: "Second <MVPD>\n",
  logoUrl: "https://example.com/logo.png?a=1&b=2",
  iframeSize: { height: 400, width: 340 },
  serviceProviders: ["REF30", "KIDS"]
}
const address = "https://mgmt.auth.adobe.com/control/v3/mvpd-proxies/ProxyMVPD_Adobe/mvpds"
const xml = (list: ReadonlyArray<ProxiedMvpd>) => () => new Response(writeProxiedMvpds(list))

describe("documents", () => {
  it("read what they write, for every list that is valid", { retry: 0 }, () => {
    const label = fc.string({ minLength: 1, unit: "grapheme" })
    const mvpd = fc.record(
      {
        id: fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/),
        providerId: fc.stringMatching(/^[ -~]{1,128}$/),
        displayName: label,
        logoUrl: fc.constantFrom("", "https://example.com/a?b=c&d=%20"),
        iframeSize: fc.record({ height: fc.integer({ min: 1, max: 4000 }), width: fc.integer({ min: 1, max: 4000 }) }),
        serviceProviders: fc.tuple(fc.stringMatching(/^\w{1,10}$/), fc.stringMatching(/^\w{1,10}$/))
      },
      { requiredKeys: ["id", "displayName", "logoUrl"] }
    )
    const lists = fc.uniqueArray(mvpd, { selector: ({ id }) => id, maxLength: 5 })
    fc.assert(
      fc.property(lists, (list) => {
        fc.pre(Effect.runSync(Effect.isSuccess(checkProxiedMvpds(list))))
        assert.deepStrictEqual(Effect.runSync(readProxiedMvpds(writeProxiedMvpds(list))), list)
      }),
      { numRuns: 300 }
    )
  })

  it("are read with a namespace, CDATA, character references and members in any order", () => {
    const document = `<?xml version="1.0"?><p:proxiedMvpds xmlns:p="http://tve.adobe.com/data/proxiedmvpd"><!-- list -->
      <p:proxiedMvpd><p:logoURL/><p:displayName><![CDATA[A & B]]> &#67;</p:displayName>
      <p:id ProviderID="&lt;x&gt;"> a1 </p:id><p:unknown/></p:proxiedMvpd></p:proxiedMvpds>`
    const list = Effect.runSync(readProxiedMvpds(document))
    assert.deepStrictEqual(list, [{ id: "a1", providerId: "<x>", displayName: "A & B C", logoUrl: "" }])
  })

  it.each([
    ["an undefined entity", "<proxiedMvpds>&nbsp;</proxiedMvpds>"],
    ["a document type", '<!DOCTYPE x [<!ENTITY a "b">]><proxiedMvpds/>'],
    ["an open element", "<proxiedMvpds><proxiedMvpd>"],
    ["another document", "<html></html>"],
    ["JSON", "{}"],
    ["nothing", ""],
    ["an MVPD without an id", "<proxiedMvpds><proxiedMvpd><displayName>x</displayName></proxiedMvpd></proxiedMvpds>"],
    ["deep nesting", `<proxiedMvpds>${"<a>".repeat(5000)}`]
  ])("are refused with %s", (_, document) => {
    const { reason } = Effect.runSync(Effect.flip(readProxiedMvpds(document)))
    assert.strictEqual(reason._tag, "MalformedResponse")
  })
})

describe("checkProxiedMvpds", () => {
  it.each([
    ["list[0].id", { id: "1abc" }],
    ["list[0].id", { id: "a b" }],
    ["list[0].id", { id: "" }],
    ["list[0].providerId", { providerId: "" }],
    ["list[0].providerId", { providerId: "x".repeat(129) }],
    ["list[0].displayName", { displayName: "" }],
    ["list[0].displayName", { displayName: "a\u0000" }],
    ["list[0].displayName", { displayName: "\ud800" }],
    ["list[0].logoUrl", { logoUrl: "logo.png" }],
    ["list[0].iframeSize", { iframeSize: { height: 0, width: 1 } }],
    ["list[0].iframeSize", { iframeSize: { height: 1.5, width: 1 } }],
    ["list[0].serviceProviders", { serviceProviders: [] }],
    ["list[0].serviceProviders", { serviceProviders: [" "] }]
  ])("names %s of %o", (parameter, members) => {
    // The boundary under test: values that the types exclude.
    const list = [{ ...one, ...members }] as unknown as ReadonlyArray<ProxiedMvpd>
    assert.deepInclude(Effect.runSync(Effect.flip(checkProxiedMvpds(list))).reason, { parameter })
  })

  it("names an id that occurs twice", () => {
    const { reason } = Effect.runSync(Effect.flip(checkProxiedMvpds([one, other, one])))
    assert.deepInclude(reason, { parameter: "list[2].id", problem: "repeats firstMVPD" })
  })
})

describe("compareProxiedMvpds", () => {
  it("names what is added, removed and changed, whatever the order", () => {
    const renamed = { ...other, displayName: "Renamed" }
    const third = { ...one, id: "third" }
    assert.deepStrictEqual(compareProxiedMvpds([one, other], [third, renamed]), {
      added: [third],
      removed: [one],
      changed: [{ before: other, after: renamed }]
    })
    const reordered: ProxiedMvpd = { ...other, serviceProviders: ["KIDS", "REF30"] }
    assert.deepStrictEqual(compareProxiedMvpds([one, other], [reordered, one]), { added: [], removed: [], changed: [] })
    assert.strictEqual(fingerprintOf([one, other]), fingerprintOf([reordered, one]))
    assert.notStrictEqual(fingerprintOf([one, other]), fingerprintOf([one, renamed]))
  })
})

describe("replaceProxiedMvpds", () => {
  it.effect("sends the document in a form field, once the list is the one that was read", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport((_, count) =>
        count === 1 ? xml([one])() : new Response(null, { status: 201 })
      )
      yield* replaceProxiedMvpds(transport, {
        proxyMvpd: "ProxyMVPD_Adobe",
        list: [one, other],
        expected: fingerprintOf([one])
      })
      const [read, sent = ""] = calls
      assert.strictEqual(read, `GET ${address}`)
      const [method, url, body = ""] = sent.split(" ")
      assert.deepStrictEqual([method, url], ["POST", address])
      const form = new URLSearchParams(body)
      assert.deepStrictEqual([...form.keys()], ["proxied-mvpds"])
      assert.deepStrictEqual(yield* readProxiedMvpds(form.get("proxied-mvpds") ?? ""), [one, other])
    })
  )

  it.effect("replaces nothing when the list has changed since it was read", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(xml([one, other]))
      const options = { proxyMvpd: "ProxyMVPD_Adobe", list: [other], expected: fingerprintOf([one]) } as const
      assert.strictEqual((yield* Effect.flip(replaceProxiedMvpds(transport, options))).reason._tag, "ListChanged")
      assert.deepStrictEqual(calls, [`GET ${address}`])
    })
  )

  it.effect("refuses an empty list, and an identifier that leaves the path", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(xml([]))
      // The boundary under test: values that the types exclude.
      const empty = { proxyMvpd: "P", list: [], expected: "" } as unknown as Parameters<typeof replaceProxiedMvpds>[1]
      yield* Effect.flip(replaceProxiedMvpds(transport, empty))
      for (const id of ["", "..", "a/b", "a?b"]) yield* Effect.flip(retrieveProxiedMvpds(transport, id))
      assert.deepStrictEqual(calls, [])
    })
  )

  it.effect("removes all only when the confirmation names the proxy MVPD", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => new Response(null, { status: 201 }))
      const proxyMvpd = "ProxyMVPD_Adobe"
      yield* Effect.flip(removeAllProxiedMvpds(transport, { proxyMvpd, confirm: "remove all of Another" }))
      assert.deepStrictEqual(calls, [])
      yield* removeAllProxiedMvpds(transport, { proxyMvpd, confirm: "remove all of ProxyMVPD_Adobe" })
      assert.strictEqual(calls.length, 1)
    })
  )
})
