// Run by `measureInChild`: device-pool-memory.ts <active|idle|default> <memory|elsewhere> <devices> <seconds>
import { createDevicePool, type DevicePoolClient, type StoreSource } from "@tve-pass/auth/promise"
import { sendResult } from "../child/child-result.ts"
import { apiPath, device, deviceAddress } from "../network/request.ts"
import { immediateNetwork } from "./immediate-network.ts"
import { knownDevicesElsewhere, knownDevicesInMemory } from "./known-devices.ts"
import { usedMemory } from "./used-memory.ts"

export interface PoolMemory {
  /** Bytes that the pool and its store hold. */
  readonly bytes: number
  readonly visited: number
  /** Devices in the pool. */
  readonly held: number
}

const [, , state, store, count, seconds] = process.argv
const devices = Number(count)
const warmUpDevices = 3000
/** Milliseconds. A pool of active devices outlives the measurement; idle ones are dropped soon. */
const limits = {
  active: { idleTime: 3_600_000, maximumDevices: devices },
  idle: { idleTime: 200, maximumDevices: devices },
  default: {}
}
const { idleTime } = limits.idle

const openPool = (storage: StoreSource): DevicePoolClient =>
  createDevicePool({
    origin: immediateNetwork.origin,
    softwareStatement: "a.b.c",
    fetch: immediateNetwork.fetch,
    storage,
    // Boundary: a command line of this program.
    ...limits[state as keyof typeof limits]
  })

/** Sends one request of each device; returns how many devices there was time for. */
const visit = async (pool: DevicePoolClient, count: number): Promise<number> => {
  const start = performance.now()
  for (let number = 0; number < count; number++) {
    const { info } = device
    const visitor = { device: { identifier: `device ${number}`, info }, forwardedFor: deviceAddress(number) }
    await pool.device(visitor).fetch(apiPath)
    if (number % 1000 === 999) {
      // A turn of the event loop, as the network would bring, lets timers run.
      await new Promise((resolve) => setImmediate(resolve))
      if (performance.now() - start > Number(seconds) * 1000) return number + 1
    }
  }
  return count
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until the pool has dropped all devices and their timers have ended. */
const untilDropped = async (pool: DevicePoolClient): Promise<void> => {
  while (pool.size() > 0) await pause(idleTime)
  await pause(2000)
}

await sendResult(async (): Promise<PoolMemory> => {
  const storage = store === "memory" ? knownDevicesInMemory() : knownDevicesElsewhere()
  // The first devices compile code; a separate pool drops them again.
  const warmUp = openPool(knownDevicesElsewhere())
  await visit(warmUp, warmUpDevices)
  await warmUp.dispose()
  const before = await usedMemory()
  const pool = openPool(storage)
  const visited = await visit(pool, devices)
  if (state === "idle") await untilDropped(pool)
  const held = pool.size()
  const bytes = (await usedMemory()) - before
  return { bytes, visited, held }
})
