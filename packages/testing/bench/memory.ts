// What 100,000 devices cost that each registered, obtained a token and were throttled once, and what is left of them when
// they have gone. Prints megabytes. Run: node --expose-gc packages/testing/bench/memory.ts
import { createManualClock, createSimulator, exampleSoftwareStatement } from "../src/index.ts"

const devices = 100_000
const clock = createManualClock()
const simulator = createSimulator({ clock })

const collect = globalThis.gc
if (collect === undefined) throw new Error("Run with --expose-gc.")

const megabytes = async () => {
  // What a weak reference was asked for stays until the turn of the event loop ends.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  return process.memoryUsage().heapUsed / 1_048_576
}

const addressOf = (device: number) => `203.${(device >> 16) & 255}.${(device >> 8) & 255}.${device & 255}`

const send = (path: string, init: RequestInit, device: number) =>
  simulator.fetch(`${simulator.origin}${path}`, {
    ...init,
    headers: { "X-Forwarded-For": addressOf(device), ...init.headers }
  })

const visit = async (device: number): Promise<void> => {
  const registered = await send(
    "/o/client/register",
    {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ software_statement: exampleSoftwareStatement })
    },
    device
  )
  const { client_id, client_secret } = await registered.json()
  const body = new URLSearchParams({ client_id, client_secret, grant_type: "client_credentials" })
  await (await send("/o/client/token", { method: "POST", body }, device)).json()
}

const before = await megabytes()
for (let device = 0; device < devices; device += 1) await visit(device)
const full = await megabytes()
console.log(`${devices} devices with credentials, tokens and buckets: ${(full - before).toFixed(0)} MB (under 200)`)
console.log(simulator.census())

// A day later tokens have expired and devices count as new; the next visitor lets the idle state go.
clock.advance(24 * 60 * 60 * 1_000)
await visit(devices)
console.log(`after a day without a request: ${((await megabytes()) - before).toFixed(0)} MB`)
console.log(simulator.census())
