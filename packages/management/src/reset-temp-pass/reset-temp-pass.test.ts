import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { ManagementError } from "../request/index.ts"
import { recordingTransport } from "../../test/recording-transport.ts"
import { planTempPassReset, resetTempPass, type ResetTempPassOptions } from "./reset-temp-pass.ts"

const identifier = "ba23d141-d715-561c-94f4-e9e4c966b1eb"
const hash = "f7ee5ec7312165148b69fcca1d29075b14b8aef0b5048a332b18b88d09069fb7"
const trial = { serviceProvider: "REF30", mvpd: "TempPass" } as const

describe("resetTempPass", () => {
  const accepted: ReadonlyArray<readonly [string, ResetTempPassOptions, ReadonlyArray<string>]> = [
    [
      "one device",
      { ...trial, device: identifier },
      [`reset?requestor_id=REF30&mvpd_id=TempPass&device_id=${identifier}`]
    ],
    ["one user", { ...trial, userHash: hash }, [`reset/generic?requestor_id=REF30&mvpd_id=TempPass&key=${hash}`]],
    [
      "both records of one trial",
      { ...trial, device: identifier, userHash: hash },
      [
        `reset?requestor_id=REF30&mvpd_id=TempPass&device_id=${identifier}`,
        `reset/generic?requestor_id=REF30&mvpd_id=TempPass&key=${hash}`
      ]
    ],
    [
      "every device, by the literal that the server knows",
      { ...trial, everyDevice: true, confirm: "reset every device of TempPass" },
      ["reset?requestor_id=REF30&mvpd_id=TempPass&device_id=all"]
    ],
    [
      "every user, by the literal that the server knows",
      { ...trial, everyUser: true, confirm: "reset every user of TempPass" },
      ["reset/generic?requestor_id=REF30&mvpd_id=TempPass&key=all"]
    ],
    [
      "a device whose identifier needs encoding",
      { ...trial, device: "a&device_id=all" },
      ["reset?requestor_id=REF30&mvpd_id=TempPass&device_id=a%26device_id%3Dall"]
    ]
  ]
  it.effect.each(accepted)("resets %s", ([, options, paths]) =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => new Response(null, { status: 204 }))
      assert.deepStrictEqual(yield* resetTempPass(transport, options), { calls: paths.length })
      const expected = paths.map((path) => `DELETE https://mgmt.auth.adobe.com/reset-tempass/v3/${path}`)
      assert.deepStrictEqual(calls, expected)
    })
  )

  // What JavaScript, a configuration file or a shell script may bring; the types exclude it.
  const refused: ReadonlyArray<readonly [string, object, string]> = [
    ["nothing selected", {}, "device"],
    ["an undefined device", { device: undefined }, "device"],
    ["a null device", { device: null }, "device"],
    ["an empty device", { device: "" }, "device"],
    ["blanks for a device", { device: "  " }, "device"],
    ["blanks around a device", { device: `${identifier}\n` }, "device"],
    ["`all` for a device", { device: "all" }, "device"],
    ["`ALL` for a device", { device: "ALL" }, "device"],
    ["a device in Base64", { device: Buffer.from(identifier).toString("base64") }, "device"],
    ["the header of a device", { device: `fingerprint ${Buffer.from(identifier).toString("base64")}` }, "device"],
    ["an empty hash", { userHash: "" }, "userHash"],
    ["`all` for a hash", { userHash: "all" }, "userHash"],
    ["an address for a hash", { userHash: "user@domain.com" }, "userHash"],
    ["a device and an undefined hash that is null", { device: identifier, userHash: null }, "userHash"],
    ["every device without confirmation", { everyDevice: true }, "confirm"],
    [
      "every device, confirmed for another MVPD",
      { everyDevice: true, confirm: "reset every device of temppass" },
      "confirm"
    ],
    ["every device, confirmed for users", { everyDevice: true, confirm: "reset every user of TempPass" }, "confirm"],
    ["every device by a string", { everyDevice: "true", confirm: "reset every device of TempPass" }, "everyDevice"],
    ["every device: false", { everyDevice: false, confirm: "reset every device of TempPass" }, "everyDevice"],
    ["one device and every device", { device: identifier, everyDevice: true }, "device"],
    ["every device and every user", { everyDevice: true, everyUser: true }, "everyDevice"],
    ["an empty service provider", { device: identifier, serviceProvider: "" }, "serviceProvider"],
    ["an undefined MVPD", { device: identifier, mvpd: undefined }, "mvpd"]
  ]
  it.effect.each(refused)("refuses %s before anything is sent", ([, options, parameter]) =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => new Response(null, { status: 204 }))
      // The boundary under test: values that the types exclude.
      const unchecked = { ...trial, ...options } as unknown as ResetTempPassOptions
      const error = yield* Effect.flip(resetTempPass(transport, unchecked))
      assert.instanceOf(error, ManagementError)
      assert.deepInclude(error.reason, { _tag: "InvalidRequest", parameter })
      assert.deepStrictEqual(calls, [])
      assert.isTrue(error.message.startsWith(`Nothing was sent: \`${parameter}\` `))
    })
  )

  it.effect.each([400, 401, 403, 404, 429, 500, 503])("never repeats a request that failed with %i", (status) =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => new Response("no such MVPD", { status }))
      const error = yield* Effect.flip(resetTempPass(transport, { ...trial, device: identifier }))
      assert.deepStrictEqual(error.reason, {
        _tag: "Refused",
        operation: "resetTempPassForDevice",
        status,
        explanation: "no such MVPD"
      })
      assert.strictEqual(calls.length, 1)
    })
  )

  it.effect("stops after the first of two requests that fails, and says that it may have been carried out", () =>
    Effect.gen(function* () {
      const { transport, calls } = recordingTransport(() => {
        throw new TypeError(`fetch of ${identifier} failed`, { cause: { code: "ECONNRESET" } })
      })
      const error = yield* Effect.flip(resetTempPass(transport, { ...trial, device: identifier, userHash: hash }))
      assert.strictEqual(
        error.message,
        "No response of resetTempPassForDevice arrived: ECONNRESET. The server may have carried it out: check before you repeat it."
      )
      assert.strictEqual(calls.length, 1)
    })
  )

  it("plans the same requests without a transport", () => {
    const calls = Effect.runSync(planTempPassReset({ ...trial, device: identifier }))
    assert.deepStrictEqual(
      calls.map(({ method, path }) => [method, path]),
      [["DELETE", `/reset-tempass/v3/reset?requestor_id=REF30&mvpd_id=TempPass&device_id=${identifier}`]]
    )
  })
})
