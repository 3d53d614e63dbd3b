import { describe, expect, it } from "vitest"
import { AuthError, createAdobePass, createDevicePool, memoryStore } from "../../src/promise/index.ts"

const options = {
  environment: "release-staging",
  softwareStatement: "header.payload.signature",
  device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
  storage: memoryStore()
}

/** The field that the error about these options names. */
const fieldOf = (call: () => unknown): string => {
  try {
    call()
  } catch (thrown) {
    if (thrown instanceof AuthError && thrown.reason._tag === "InvalidConfiguration") return thrown.reason.field
    throw thrown
  }
  return expect.unreachable("the options were accepted")
}

const create = (changes: object) => () => createAdobePass({ ...options, ...changes } as never)
const createPool = (changes: object) => () => createDevicePool({ ...options, ...changes } as never)

describe("null is not absent: InvalidConfiguration names the option", () => {
  it.each([
    ["policy", { policy: null }],
    ["policy.dcrDeadline", { policy: { dcrDeadline: null } }],
    ["throttle", { throttle: null }],
    ["throttle.burst", { throttle: { burst: null } }],
    ["fetch", { fetch: null }],
    ["softwareStatement", { softwareStatement: null }],
    ["environment", { environment: null }],
    ["origin", { environment: undefined, origin: null }],
    ["origin", { environment: undefined, origin: "http://10.0.0.5:4010", allowInsecure: null }],
    ["redirectUri", { redirectUri: null }],
    ["instanceId", { instanceId: null }],
    ["forwardedFor", { forwardedFor: null }],
    ["device", { device: null }],
    ["device.identifier", { device: { identifier: null } }],
    ["device.info", { device: { ...options.device, info: null } }]
  ])("%s of createAdobePass", (field, changes) => {
    expect(fieldOf(create(changes))).toBe(field)
  })

  it.each([
    ["policy", { policy: null }],
    ["throttle", { throttle: null }],
    ["fetch", { fetch: null }],
    ["maximumDevices", { maximumDevices: null }],
    ["idleTime", { idleTime: null }],
    ["softwareStatement", { softwareStatement: null }]
  ])("%s of createDevicePool", (field, changes) => {
    expect(fieldOf(createPool(changes))).toBe(field)
  })

  it.each([
    ["device.identifier", { device: { identifier: null } }],
    ["device", { device: null }],
    ["instanceId", { instanceId: null }],
    ["forwardedFor", { forwardedFor: null }]
  ])("%s of a device of the pool", (field, changes) => {
    const pool = createDevicePool(options as never)
    const description = { device: options.device, forwardedFor: "203.45.101.20", ...changes }
    expect(fieldOf(() => pool.device(description as never))).toBe(field)
  })

  it.each([
    ["createAdobePass", createAdobePass],
    ["createDevicePool", createDevicePool],
    ["device", createDevicePool(options as never).device]
  ])("no options at all for %s", (_, call: (options: never) => unknown) => {
    for (const nothing of [undefined, null, "text"]) expect(fieldOf(() => call(nothing as never))).toBe("options")
  })

  it.each([true, [], "text", 1])("groups of options are objects, not %j", (group) => {
    expect(fieldOf(create({ policy: group }))).toBe("policy")
    expect(fieldOf(create({ throttle: group }))).toBe("throttle")
  })
})
