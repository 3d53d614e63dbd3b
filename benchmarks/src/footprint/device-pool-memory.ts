// Run by `measureInChild` in a process of its own: device-pool-memory.ts <active|idle> <memory|elsewhere> <devices>
import { createDevicePool, type DevicePoolClient, type StoreSource } from "@tve-pass/auth/promise"
import { tellParent } from "../child/child-answer.ts"
import { immediateNetwork } from "./immediate-network.ts"
import { knownDevicesElsewhere, knownDevicesInMemory } from "./known-devices.ts"
import { usedMemory } from "./used-memory.ts"

const [, , state, store, count] = process.argv
const devices = Number(count)
const warmUpDevices = 3000
/** Milliseconds: a pool of active devices outlives the measurement, of the others it is to forget soon. */
const idleTime = state === "active" ? 3_600_000 : 200

const openPool = (storage: StoreSource): DevicePoolClient =>
  createDevicePool({
    origin: immediateNetwork.origin,
    softwareStatement: "a.b.c",
    fetch: immediateNetwork.fetch,
    storage,
    idleTime,
    maximumDevices: devices
  })

/** Devices that each send one request. */
const visit = async (pool: DevicePoolClient, count: number): Promise<void> => {
  for (let number = 0; number < count; number++) {
    const forwardedFor = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
    const device = pool.device({ device: { identifier: `device ${number}` }, forwardedFor })
    await device.fetch("/api/v2/REF30/configuration")
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Until the pool has let go of all devices, and timers of theirs have run out. */
const untilForgotten = async (pool: DevicePoolClient): Promise<void> => {
  while (pool.size() > 0) await pause(idleTime)
  await pause(2000)
}

await tellParent(async () => {
  const storage = store === "memory" ? knownDevicesInMemory() : knownDevicesElsewhere()
  // The first devices pay for code that is compiled; a pool of their own takes them away again.
  const warmUp = openPool(knownDevicesElsewhere())
  await visit(warmUp, warmUpDevices)
  await warmUp.dispose()
  const before = await usedMemory()
  const pool = openPool(storage)
  await visit(pool, devices)
  if (state === "idle") await untilForgotten(pool)
  const held = pool.size()
  const bytes = (await usedMemory()) - before
  if (held !== (state === "active" ? devices : 0)) throw new Error(`Pool holds ${held} of ${devices} devices`)
  return bytes / devices
})
