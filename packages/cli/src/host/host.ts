import type { Readable, Writable } from "node:stream"
import * as Context from "effect/Context"

/** The part of the process that commands use. Tests replace it. */
export interface Host {
  readonly variables: Readonly<Record<string, string | undefined>>
  /** The absolute working directory. `.tve-pass.json` is searched here and in parent directories. */
  readonly directory: string
  readonly stdin: {
    readonly isTerminal: boolean
    /** Reads standard input to its end. */
    readonly read: () => Promise<string>
    /** Shows a question on stderr and resolves to the line that the user types. */
    readonly ask: (question: string, signal: AbortSignal) => Promise<string>
  }
  readonly stdout: HostStream
  readonly stderr: HostStream
  /** Sends the requests. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>
  /** Opens a web address in the user's browser. */
  readonly openAddress: (address: string) => Promise<void>
  /**
   * Runs a command line in a shell with the input on its standard input, and resolves to its exit code. Its stderr goes
   * to our stderr, its stdout to our stdout or stderr.
   */
  readonly runCommand: (
    command: string,
    input: string,
    options: { readonly stdout: boolean; readonly signal: AbortSignal }
  ) => Promise<number>
  /**
   * Resolves to the end of a server's certificate in epoch milliseconds, or to `undefined` if the certificate cannot be
   * read.
   */
  readonly certificateEnd: (hostname: string, port: number, signal: AbortSignal) => Promise<number | undefined>
  /** The streams themselves, for a server that runs inside the command. */
  readonly streams: { readonly stdin: Readable; readonly stdout: Writable; readonly stderr: Writable }
}

/** One of the two output streams. */
export interface HostStream {
  readonly isTerminal: boolean
  /** Width in characters; `undefined` if the stream is not a terminal. */
  readonly columns: number | undefined
  /** Height in lines; `undefined` if the stream is not a terminal. */
  readonly rows: number | undefined
  readonly write: (text: string) => void
}

/** Provides the {@link Host}. */
export const Host: Context.Service<Host, Host> = Context.Service("@tve-pass/cli/Host")
