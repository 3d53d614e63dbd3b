import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import { connectDevicePool, type DevicePoolOptions } from "../../src/promise/create-device-pool.ts"
import { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"
import { origin } from "../flow/device.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

/** A server of a programmer, with its pool of devices, on a virtual clock. */
export const startServer = (options: Partial<DevicePoolOptions> = {}) => {
  const clock = new VirtualClock()
  const adobePass = new FakeAdobePass(clock)
  const pool = connectDevicePool(
    {
      softwareStatement: "CANARY.statement.signature",
      fetch: adobePass.fetch,
      throttle: false,
      ...options,
      origin
    } as DevicePoolOptions,
    Context.make(Clock.Clock, clock)
  )
  const device = (number: number) =>
    pool.device({ device: { identifier: `device ${number}` }, forwardedFor: `10.0.0.${number}` })
  return { clock, adobePass, pool, device }
}
