import { once } from "node:events"
import { expect, it } from "vitest"
import { exampleSoftwareStatement } from "../../src/index.ts"
import { openRawConnection } from "../server/raw-connection.ts"
import { announcementOf, outcomeOf, spawnSimulator } from "./simulator-process.ts"

// Processes on a busy machine need more than the default.

it("announces where it is and what to try, and what it says works as pasted", async () => {
  const child = spawnSimulator("--port", "0")
  const [chunk] = await once(child.stdout, "data")
  const text = String(chunk)
  const [, origin] = /^Adobe Pass simulator \S+ at (http:\/\/127\.0\.0\.1:\d+)\n/.exec(text) ?? []
  const [, url, header, body] = /^ {2}curl (\S+) --header '(.+)' --data '(.+)'$/m.exec(text) ?? []
  expect(url).toBe(`${origin}/o/client/register`)
  const [name = "", value = ""] = header?.split(": ") ?? []
  const logged = once(child.stdout, "data")
  const response = await fetch(url ?? "", { method: "POST", headers: { [name]: value }, body: body ?? "" })
  expect(response.status).toBe(201)
  expect(String(await logged)).toBe(
    "POST /o/client/register 201\n  device-info: X-Device-Info is missing: the device counts as platform `unknown`.\n"
  )
})

it("announces itself to programs in one line of JSON", async () => {
  const announcement = await announcementOf(spawnSimulator("--port", "0", "--json", "--scenario", "returning-viewer"))
  expect(announcement).toEqual({
    origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    version: "0.0.0",
    softwareStatement: exampleSoftwareStatement,
    serviceProvider: "REF30",
    mvpd: "Cablevision",
    scenario: {
      name: "returning-viewer",
      description: expect.any(String),
      remembered: {
        clientId: "s6BhdRkqt3",
        clientSecret: "t7AkePiru4",
        deviceIdentifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
        mvpd: "Cablevision"
      }
    }
  })
})

/** Stops a simulator while it waits for the rest of a request. */
const stop = async (signal: "SIGINT" | "SIGTERM") => {
  const child = spawnSimulator("--port", "0", "--json")
  const { origin } = await announcementOf(child)
  const half = "POST /o/client/token HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf"
  const socket = openRawConnection(origin, half).on("error", () => undefined)
  await once(socket, "connect")
  const ended = outcomeOf(child)
  child.kill(signal)
  return ended
}

it("stops cleanly on SIGINT and SIGTERM, also with a request that never completes", async () => {
  const clean = { output: "", errors: "", exitCode: 0 }
  expect(await Promise.all([stop("SIGINT"), stop("SIGTERM")])).toEqual([clean, clean])
})

it("says in one line that the port is in use, and exits with 1", async () => {
  const { origin } = await announcementOf(spawnSimulator("--port", "0", "--json"))
  const { port } = new URL(origin)
  expect(await outcomeOf(spawnSimulator("--port", port))).toEqual({
    output: "",
    errors: `tve-pass-simulator: Failed to listen on 127.0.0.1 port ${port}: the port is in use. Stop what listens there, or choose another with --port.\n`,
    exitCode: 1
  })
})

it("exits with 2 on a bad flag", async () => {
  expect(await outcomeOf(spawnSimulator("--prot"))).toEqual({
    output: "",
    errors: "tve-pass-simulator: Unknown option '--prot'. Try --help.\n",
    exitCode: 2
  })
})
