import { createServer } from "node:net"
import { forkChild, type ChildScript } from "../child/fork-child.ts"

/** A server that listens on this machine, in a process of its own. */
export interface ServerProcess {
  readonly origin: string
  /** Milliseconds from the start of the process to its first answer, whatever that is. */
  readonly startupMilliseconds: number
  readonly stop: () => Promise<void>
}

const patienceMilliseconds = 30_000

/** Starts what `scriptAt` names for a free port, and waits until it answers. */
export const startServer = async (scriptAt: (port: string) => ChildScript): Promise<ServerProcess> => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = forkChild(scriptAt(String(port)))
  let gone = false
  void child.exited.then(() => (gone = true))
  while (!(await answers(origin))) {
    if (gone) throw new Error(`Server ended before it answered: ${child.errorOutput()}`)
    if (performance.now() - start > patienceMilliseconds) {
      await child.stop()
      throw new Error(`Server gave no answer within ${patienceMilliseconds / 1000} s: ${child.errorOutput()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { origin, startupMilliseconds: performance.now() - start, stop: child.stop }
}

/** Without its port in the output, as of a Prism that logs nothing, a server has to be told one. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const answers = (origin: string): Promise<boolean> =>
  fetch(`${origin}/api/v2/REF30/configuration`).then(
    async (response) => {
      await response.arrayBuffer()
      return true
    },
    () => false
  )
