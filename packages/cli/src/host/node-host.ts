import { spawn } from "node:child_process"
import { createInterface } from "node:readline/promises"
import { text } from "node:stream/consumers"
import type { WriteStream } from "node:tty"
import type { Host, HostStream } from "./host.ts"

/** The running process as a {@link Host}. */
export const nodeHost = (): Host => ({
  variables: process.env,
  directory: process.cwd(),
  stdin: {
    isTerminal: process.stdin.isTTY === true,
    read: () => text(process.stdin),
    ask: async (question, signal) => {
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      try {
        return await lines.question(question, { signal })
      } finally {
        lines.close()
      }
    }
  },
  stdout: streamOf(process.stdout),
  stderr: streamOf(process.stderr),
  fetch: (input, init) => globalThis.fetch(input, init),
  openAddress,
  stdinEnded: (signal) =>
    new Promise((resolve) => {
      process.stdin.once("end", resolve).once("close", resolve).resume()
      signal.addEventListener("abort", () => process.stdin.pause(), { once: true })
    })
})

const streamOf = (stream: WriteStream): HostStream => ({
  isTerminal: stream.isTTY === true,
  // A terminal may be resized while a command waits.
  get columns() {
    return stream.isTTY ? stream.columns : undefined
  },
  get rows() {
    return stream.isTTY ? stream.rows : undefined
  },
  write: (output) => stream.write(output)
})

const openers: { readonly [platform: string]: readonly [string, ...ReadonlyArray<string>] } = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"]
}

/** Starts the system's opener and does not wait for the browser. */
const openAddress = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const [opener, ...options] = openers[process.platform] ?? ["xdg-open"]
    const child = spawn(opener, [...options, address], { stdio: "ignore", detached: true })
    child.once("error", reject)
    child.once("spawn", () => {
      child.unref()
      resolve()
    })
  })
