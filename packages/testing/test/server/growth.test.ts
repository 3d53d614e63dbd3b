import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it, onTestFinished } from "vitest"
import { exchangeRaw, openRawConnection } from "./raw-connection.ts"

// A process on a busy machine needs more than the default.

const script = fileURLToPath(new URL("measured-server.ts", import.meta.url))

/** A server in a process of its own, which tells how much memory it holds after a garbage collection. */
const startMeasuredServer = async () => {
  const child = fork(script, { execArgv: ["--expose-gc"] })
  onTestFinished(() => void child.kill())
  const ask = async () => {
    const [response] = await once(child, "message")
    return response as unknown
  }
  const origin = String(await ask())
  const memory = async (): Promise<number> => {
    child.send("measure")
    return Number(await ask())
  }
  return { origin, memory }
}

const tooLargeHeader = `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(100_000)}\r\n\r\n`
const tooLargeBody = `POST /o/client/token HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n${"a".repeat(0x200000)}\r\n0\r\n\r\n`

const abuse = async (origin: string): Promise<void> => {
  const responses = await Promise.all([
    exchangeRaw(origin, tooLargeHeader),
    exchangeRaw(origin, tooLargeBody),
    exchangeRaw(origin, "GARBAGE\r\n\r\n"),
    exchangeRaw(origin, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\n{x}"),
    exchangeRaw(origin, "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
  ])
  expect(responses.map((response) => response.slice(9, 12))).toEqual(["431", "413", "400", "404", "404"])
  const leaving = openRawConnection(origin, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf")
  await once(leaving, "connect")
  leaving.destroy()
}

it("holds no memory of what it refused", async () => {
  const { origin, memory } = await startMeasuredServer()
  for (let round = 0; round < 10; round += 1) await abuse(origin)
  const before = await memory()
  for (let round = 0; round < 40; round += 1) await abuse(origin)
  // The rounds sent 84 MiB; what is kept of a body until it is refused is 1 MiB.
  expect((await memory()) - before).toBeLessThan(1024 * 1024)
})
