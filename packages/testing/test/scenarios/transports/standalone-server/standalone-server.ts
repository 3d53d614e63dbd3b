import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll } from "vitest"
import { scenarios } from "../../../../src/index.ts"
import { globalFetch, take, type Transport } from "../transport.ts"

const script = fileURLToPath(new URL("simulator-process.ts", import.meta.url))

const realTime = (): void => undefined

/** `tve-pass-simulator --scenario` in another process, over real HTTP and in real time. */
export const standaloneServer: Transport = {
  name: "standalone server",
  open: () => {
    let child: ChildProcess
    beforeAll(() => {
      child = fork(script)
    })
    afterAll(() => void child.kill())
    return async (key) => {
      child.send(scenarios[key].name)
      const [announcement] = await once(child, "message")
      const { origin } = JSON.parse(String(announcement))
      return take(key, { origin, fetch: globalFetch, navigate: globalFetch, pause: realTime })
    }
  }
}
