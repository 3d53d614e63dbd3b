// Run by `start`: prints the bytes that each of the devices of a pool takes, while it is active and once it is idle.
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import { connectDevicePool } from "../../src/promise/create-device-pool.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"

const devices = Number(process.argv[2])
const idleTime = 600_000

setFlagsFromString("--expose-gc")
const collectGarbage: () => void = runInNewContext("gc")

const usedBytes = async (): Promise<number> => {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** The records of one device, in place of a database elsewhere: once it has registered, all others are known as well. */
const elsewhere = new Map<string, string>()
const kindOf = (key: string): string => key.slice(key.lastIndexOf(".") + 1)
const storage = {
  get: (key: string) => elsewhere.get(kindOf(key)),
  set: (key: string, record: string) => void elsewhere.set(kindOf(key), record),
  remove: (key: string) => void elsewhere.delete(kindOf(key))
}

const clientCredentials = {
  client_id: "5b6e4b62-9b1f-4b1e-9f1d-0b8a1c2d3e4f",
  client_secret: "secret",
  grant_types: ["client_credentials"],
  scopes: ["api:client:v2"]
}
const token = { access_token: "token", expires_in: 21_600, created_at: 1_752_148_106_221, id: "id" }

const respond = async (input: Request | string | URL): Promise<Response> => {
  const url = input instanceof Request ? input.url : String(input)
  if (url.endsWith("/register")) return Response.json(clientCredentials)
  return Response.json(url.endsWith("/token") ? token : {})
}

const clock = new VirtualClock()
const origin = "https://sp.auth.adobe.com"
const open = () =>
  connectDevicePool(
    { origin, softwareStatement: "a.b.c", fetch: respond, storage, idleTime, maximumDevices: devices },
    Context.make(Clock.Clock, clock)
  )

const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
const visit = async (pool: ReturnType<typeof open>, count: number): Promise<void> => {
  for (let number = 0; number < count; number++) {
    const forwardedFor = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
    const device = pool.device({ device: { identifier: `device ${number}`, info }, forwardedFor })
    await device.fetch("/api/v2/REF30/configuration")
    clock.elapsed += 1
  }
}

// The first devices pay for code that is compiled; a pool of their own takes them away again.
const first = open()
await visit(first, 1_000)
await first.dispose()

const before = await usedBytes()
const pool = open()
await visit(pool, devices)
const active = ((await usedBytes()) - before) / devices
const held = pool.size()
await clock.advance(2 * idleTime)
const idle = ((await usedBytes()) - before) / devices
console.log(JSON.stringify({ active, held, idle, heldWhenIdle: pool.size() }))
