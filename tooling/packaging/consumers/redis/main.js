// Two servers of a programmer, which share a Redis. Prints what Adobe Pass saw of three devices that call both at once.
import { createClient } from "@redis/client"
import { createDevicePool } from "@tve-pass/auth/promise"
import { inspectRedis, redisStore, redisThrottle } from "@tve-pass/redis"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"

const [port] = process.argv.slice(2)
const { origin, fetch, journal } = createSimulatorCore()
const info = { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }

const startServer = async () => {
  const client = createClient({ socket: { host: "127.0.0.1", port: Number(port) } })
  client.on("error", () => {})
  await client.connect()
  const connection = { send: (command) => client.sendCommand([...command]) }
  const storage = redisStore(connection)
  const throttle = redisThrottle(connection)
  const pool = createDevicePool({ origin, fetch, softwareStatement: exampleSoftwareStatement, storage, throttle })
  const call = async (number) => {
    const device = { identifier: `device ${number}`, info }
    const response = await pool
      .device({ device, forwardedFor: `203.0.113.${number}` })
      .fetch("/api/v2/REF30/configuration")
    return response.status
  }
  const stop = async () => {
    await pool.dispose()
    client.destroy()
  }
  return { connection, call, stop }
}

const servers = [await startServer(), await startServer()]
const calls = servers.flatMap(({ call }) => [1, 2, 3].map(call))
const report = {
  statuses: await Promise.all(calls),
  registrations: journal.calls("registerClient").length,
  tokens: journal.calls("retrieveAccessToken").length,
  violations: journal.violations(),
  problems: (await inspectRedis(servers[0].connection)).problems.map(({ code }) => code)
}
await Promise.all(servers.map(({ stop }) => stop()))
console.log(JSON.stringify(report))
