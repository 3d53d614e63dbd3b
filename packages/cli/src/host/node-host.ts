import { spawn } from "node:child_process"
import { connect } from "node:tls"
import { createInterface } from "node:readline/promises"
import { text } from "node:stream/consumers"
import type { WriteStream } from "node:tty"
import type { Host, HostStream } from "./host.ts"

/** The running process as a {@link Host}. */
export const nodeHost = (): Host => {
  // Cached, because standard input can be read once and several settings may need it.
  let input: Promise<string> | undefined
  return hostWith(() => (input ??= text(process.stdin)))
}

const hostWith = (read: () => Promise<string>): Host => ({
  variables: process.env,
  directory: process.cwd(),
  stdin: {
    isTerminal: process.stdin.isTTY === true,
    read,
    ask: async (question, signal) => {
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      // A terminal in raw mode sends no signal for Ctrl-C; readline receives the key.
      lines.once("SIGINT", () => process.emit("SIGINT"))
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
  certificateEnd,
  runCommand: (command, input, { stdout, signal }) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, { shell: true, stdio: ["pipe", stdout ? 1 : 2, 2], signal })
      child.once("error", reject)
      child.once("close", (code) => resolve(code ?? 1))
      // A command that does not read its input closes the pipe early, which is no error.
      child.stdin?.on("error", () => undefined).end(input)
    }),
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr }
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

const certificateEnd = (hostname: string, port: number, signal: AbortSignal): Promise<number | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host: hostname, port, servername: hostname })
    const end = (moment?: number) => {
      socket.destroy()
      resolve(moment)
    }
    socket.once("error", () => end())
    signal.addEventListener("abort", () => end(), { once: true })
    socket.once("secureConnect", () => {
      const moment = Date.parse(socket.getPeerCertificate().valid_to)
      end(Number.isNaN(moment) ? undefined : moment)
    })
  })
