/**
 * What devices leave behind on a server: each is registered in the store, touched once through the pool, and forgotten
 * after the idle time.
 *
 *     node --expose-gc bench/idle-devices.ts [devices]
 *
 * Prints the heap that is left, with a store outside of it and with the memory store, which holds two records a
 * device: credentials and token.
 */
import { createDevicePool, memoryStore, type StoreSource } from "../src/promise/index.ts"

const devices = Number(process.argv[2] ?? 100_000)
const idleTime = 200

const network = async (input: Request | string | URL): Promise<Response> => {
  const { url } = input instanceof Request ? input : new Request(input)
  if (url.endsWith("/register")) return Response.json({ client_id: "client", client_secret: "secret" }, { status: 201 })
  if (url.endsWith("/token")) return Response.json({ access_token: "token", expires_in: 21_600 }, { status: 201 })
  return new Response("{}")
}

/** A store that keeps nothing: as a database on another machine looks from here. */
const elsewhere: StoreSource = { get: () => undefined, set: () => {}, remove: () => {} }

const usedHeap = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const measure = async (name: string, storage: StoreSource): Promise<void> => {
  const before = usedHeap()
  const pool = createDevicePool({
    origin: "http://127.0.0.1:4010",
    softwareStatement: "a.b.c",
    fetch: network,
    storage,
    idleTime,
    maximumDevices: devices
  })
  let largest = 0
  for (let number = 0; number < devices; number++) {
    const forwardedFor = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
    await pool.device({ device: { identifier: `device ${number}` }, forwardedFor }).fetch("/api/v2/REF30/configuration")
    largest = Math.max(largest, pool.size())
  }
  // The bucket of a device is full again after as many seconds as it has sent requests.
  while (pool.size() > 0) await new Promise((resolve) => setTimeout(resolve, idleTime))
  await new Promise((resolve) => setTimeout(resolve, 5000))
  const left = usedHeap() - before
  console.log(`${name}: ${devices} devices leave ${(left / 1e6).toFixed(1)} MB behind (up to ${largest} at a time)`)
  await pool.dispose()
}

await measure("store elsewhere", elsewhere)
await measure("memory store", memoryStore())
