import * as Effect from "effect/Effect"
import type { paths } from "../generated/reset-temp-pass/types.ts"
import { invalidRequest, send, type ManagementError, type ManagementTransport } from "../request/index.ts"

/** The trials to reset. */
export type ResetTempPassOptions = {
  /** The service provider, such as `REF30`. */
  readonly serviceProvider: string
  /** The id of the TempPass MVPD, in the case of the configuration. */
  readonly mvpd: string
} & (
  | {
      /** The device's identifier before it is encoded in Base64, as in `device.identifier` of `createAdobePass`. */
      readonly device: string
      readonly userHash?: never
      readonly everyDevice?: never
      readonly everyUser?: never
    }
  | {
      /** The hash that was sent in `AP-TempPass-Identity`, for a promotional TempPass. */
      readonly userHash: string
      readonly device?: never
      readonly everyDevice?: never
      readonly everyUser?: never
    }
  | {
      /** Both records of one promotional trial: a trial exists while either does (C-RTP-4). */
      readonly device: string
      readonly userHash: string
      readonly everyDevice?: never
      readonly everyUser?: never
    }
  | {
      readonly everyDevice: true
      /** `reset every device of MVPD`, with the id of the TempPass MVPD. */
      readonly confirm: `reset every device of ${string}`
      readonly device?: never
      readonly userHash?: never
      readonly everyUser?: never
    }
  | {
      readonly everyUser: true
      /** `reset every user of MVPD`, with the id of the TempPass MVPD. */
      readonly confirm: `reset every user of ${string}`
      readonly device?: never
      readonly userHash?: never
      readonly everyDevice?: never
    }
)

/** One DELETE request of a reset. */
export interface ResetTempPassCall {
  readonly operation: "resetTempPassForDevice" | "resetTempPassForKey"
  readonly method: "DELETE"
  /** Path and query. */
  readonly path: string
}

/**
 * Returns the requests of a reset without sending them, for `--dry-run` and for a review.
 *
 * Fails with `InvalidRequest` for a selection that is empty, ambiguous or unconfirmed, because the server treats a
 * missing parameter as every device or user (C-RTP-1).
 *
 * Source: docs/protocol/management/reset-temp-pass.md, section "Operations".
 *
 * @example
 * ```ts
 * import { planTempPassReset } from "@tve-pass/management/reset-temp-pass"
 * import * as Effect from "effect/Effect"
 *
 * const calls = Effect.runSync(
 *   planTempPassReset({ serviceProvider: "REF30", mvpd: "TempPass", device: "ba23d141-d715-561c-94f4-e9e4c966b1eb" })
 * )
 * console.log(calls[0]?.path)
 * ```
 */
export const planTempPassReset = (
  options: ResetTempPassOptions
): Effect.Effect<ReadonlyArray<ResetTempPassCall>, ManagementError> =>
  Effect.gen(function* () {
    const serviceProvider = yield* required("serviceProvider", options.serviceProvider, "Pass its id, such as REF30")
    const mvpd = yield* required(
      "mvpd",
      options.mvpd,
      "Pass the id of the TempPass MVPD as the configuration spells it"
    )
    // The types exclude other combinations, but scripts and configuration files may pass them.
    const { device, userHash, everyDevice, everyUser, confirm }: Selection = options
    const selected = Object.entries({ device, userHash, everyDevice, everyUser }).filter(
      ([, value]) => value !== undefined
    )
    const names = selected.map(([name]) => name).join(" and ")
    if (selected.length === 0) {
      return yield* invalidRequest("device", "and every other selection are missing", chooseOne)
    }
    if (names === "everyDevice" || names === "everyUser") {
      const flag = names === "everyDevice" ? everyDevice : everyUser
      if (flag !== true) return yield* invalidRequest(names, "is not `true`", chooseOne)
      const sentence = `reset every ${names === "everyDevice" ? "device" : "user"} of ${mvpd}`
      if (confirm !== sentence) {
        return yield* invalidRequest("confirm", `is not \`${sentence}\``, "Pass this sentence to reset all trials")
      }
      return [names === "everyDevice" ? deviceCall(serviceProvider, mvpd, all) : keyCall(serviceProvider, mvpd, all)]
    }
    if (names !== "device" && names !== "userHash" && names !== "device and userHash") {
      return yield* invalidRequest(selected[0]?.[0] ?? "device", `is combined: ${names}`, chooseOne)
    }
    const calls: Array<ResetTempPassCall> = []
    if (device !== undefined) calls.push(deviceCall(serviceProvider, mvpd, yield* oneDevice(device)))
    if (userHash !== undefined) calls.push(keyCall(serviceProvider, mvpd, yield* oneUser(userHash)))
    return calls
  })

/**
 * Resets trials of a TempPass: the next authorization starts a new one. Each request is sent once; only the access layer
 * repeats it after a 401, which changed nothing.
 *
 * Fails with `InvalidRequest` before anything is sent, `Refused` or `Unreachable`.
 *
 * Source: docs/protocol/management/reset-temp-pass.md, sections "Operations" and "Responses".
 *
 * @example
 * ```ts
 * const reset = resetTempPass(access, { serviceProvider: "REF30", mvpd: "TempPass", device: "living-room-television" })
 * const { calls } = await Effect.runPromise(reset)
 * ```
 */
export const resetTempPass = /* @__PURE__ */ Effect.fnUntraced(function* (
  transport: ManagementTransport,
  options: ResetTempPassOptions
) {
  const calls = yield* planTempPassReset(options)
  for (const call of calls) {
    const response = yield* send(transport, call)
    yield* Effect.promise(async () => response.body?.cancel())
  }
  return { calls: calls.length }
})

/** The selection as it may arrive at run time. */
interface Selection {
  readonly device?: unknown
  readonly userHash?: unknown
  readonly everyDevice?: unknown
  readonly everyUser?: unknown
  readonly confirm?: unknown
}

/** Means every device or user. The parameter is never omitted (C-RTP-1). */
const all = "all"

const chooseOne = "Pass `device`, `userHash`, both of them, or `everyDevice` or `everyUser` with its confirmation"

const devicePath = "/reset-tempass/v3/reset" satisfies keyof paths
const keyPath = "/reset-tempass/v3/reset/generic" satisfies keyof paths

const deviceCall = (serviceProvider: string, mvpd: string, device: string): ResetTempPassCall => ({
  operation: "resetTempPassForDevice",
  method: "DELETE",
  path: `${devicePath}?${new URLSearchParams({ requestor_id: serviceProvider, mvpd_id: mvpd, device_id: device })}`
})

const keyCall = (serviceProvider: string, mvpd: string, key: string): ResetTempPassCall => ({
  operation: "resetTempPassForKey",
  method: "DELETE",
  path: `${keyPath}?${new URLSearchParams({ requestor_id: serviceProvider, mvpd_id: mvpd, key })}`
})

const required = (parameter: string, value: unknown, remedy: string): Effect.Effect<string, ManagementError> => {
  if (typeof value !== "string") return invalidRequest(parameter, "is missing or not a string", remedy)
  if (value.trim() !== value || value === "") {
    return invalidRequest(parameter, "is empty or has whitespace around it", remedy)
  }
  return Effect.succeed(value)
}

const oneDevice = /* @__PURE__ */ Effect.fnUntraced(function* (value: unknown) {
  const remedy = "Pass the device's identifier as it was before Base64 (C-RTP-2)"
  const device = yield* required("device", value, remedy)
  if (device.toLowerCase() === all) {
    return yield* invalidRequest("device", "means every device", "Pass `everyDevice: true` with its confirmation")
  }
  if (device.startsWith("fingerprint ")) {
    return yield* invalidRequest("device", "is the value of the header AP-Device-Identifier", remedy)
  }
  // A Base64 identifier would reset nothing, without an error of the server.
  if (isBase64OfText(device)) return yield* invalidRequest("device", "looks like Base64", remedy)
  return device
})

const oneUser = /* @__PURE__ */ Effect.fnUntraced(function* (value: unknown) {
  const remedy = "Pass the hash that AP-TempPass-Identity carried, such as a SHA-256 in hexadecimal (C-RTP-3)"
  const key = yield* required("userHash", value, remedy)
  if (key.toLowerCase() === all) {
    return yield* invalidRequest("userHash", "means every user", "Pass `everyUser: true` with its confirmation")
  }
  if (key.includes("@")) return yield* invalidRequest("userHash", "is an address, not a hash", remedy)
  return key
})

/**
 * Returns whether the value is canonical Base64 of at least eight printable characters. UUIDs and numeric identifiers
 * are not.
 */
const isBase64OfText = (value: string): boolean => {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value)) return false
  const decoded = Buffer.from(value, "base64")
  if (decoded.toString("base64") !== value) return false
  return decoded.length >= 8 && decoded.every((byte) => byte >= 0x20 && byte < 0x7f)
}
