import type { Readable, Writable } from "node:stream"
import * as Context from "effect/Context"

/** What a command needs from the process that it runs in. Tests pass one of their own. */
export interface Host {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Working directory, absolute. `.tve-pass.json` is looked for here and above. */
  readonly directory: string
  readonly stdin: {
    readonly isTerminal: boolean
    /** Reads standard input to its end. */
    readonly read: () => Promise<string>
    /** Shows a question on stderr and resolves to the line that a person types. */
    readonly ask: (question: string, signal: AbortSignal) => Promise<string>
  }
  readonly stdout: HostStream
  readonly stderr: HostStream
  /** Sends the requests. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Opens a web address in the user's browser. */
  readonly openAddress: (address: string) => Promise<void>
  /**
   * Runs a command line in a shell with the input on its standard input, and resolves to its exit code. Its stderr is ours;
   * its stdout is ours too, or our stderr.
   */
  readonly runCommand: (
    command: string,
    input: string,
    options: { readonly stdout: boolean; readonly signal: AbortSignal }
  ) => Promise<number>
  /** When the certificate of a server ends, in epoch milliseconds; `undefined` where it cannot be read. */
  readonly certificateEnd: (hostname: string, port: number, signal: AbortSignal) => Promise<number | undefined>
  /** The streams themselves, for a server that runs inside the command. */
  readonly streams: { readonly stdin: Readable; readonly stdout: Writable; readonly stderr: Writable }
}

/** One of the two output streams. */
export interface HostStream {
  readonly isTerminal: boolean
  /** Width in characters; `undefined` where the stream is no terminal. */
  readonly columns: number | undefined
  /** Height in lines; `undefined` where the stream is no terminal. */
  readonly rows: number | undefined
  readonly write: (text: string) => void
}

/** Provides the {@link Host}. */
export const Host: Context.Service<Host, Host> = Context.Service("@tve-pass/cli/Host")
