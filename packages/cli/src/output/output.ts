import * as Context from "effect/Context"
import type { Host, HostStream } from "../host/host.ts"
import { makeStyler, type Styler } from "./style.ts"
import { truncated, wrapped } from "./width.ts"

/** The output of a command. Data goes to stdout, messages for people go to stderr. */
export interface Output {
  readonly json: boolean
  /** Writes the result: one JSON document with `--json`, otherwise the text unless it is empty. */
  readonly result: (value: unknown, text: () => string) => void
  /** Writes an intermediate result as one JSON line; nothing without `--json`. */
  readonly event: (value: unknown) => void
  /** Writes text to stdout in every mode, such as a completion script. */
  readonly data: (text: string) => void
  /** Writes a message for people, in lines that fit the terminal; nothing with `--json` and `--quiet`. */
  readonly say: (text: string) => void
  /** Writes text for people unchanged, such as a QR code; nothing with `--json` and `--quiet`. */
  readonly show: (text: string) => void
  /** Replaces the status line of a terminal; nothing elsewhere. */
  readonly status: (text: string) => void
  /** Writes a line about a request; nothing without `--verbose`. */
  readonly trace: (text: string) => void
  /** Styles text for stderr. */
  readonly style: Styler
  /** Styles text for stdout. */
  readonly styleData: Styler
  /** Width of stdout; `undefined` if it is not a terminal, so that nothing is truncated. */
  readonly columns: number | undefined
  /** The size of the terminal of stderr; `undefined` if there is none, or it cannot position the cursor. */
  readonly screen: { readonly columns: number; readonly rows: number } | undefined
}

/** Provides the {@link Output} of the running command. */
export const Output: Context.Service<Output, Output> = Context.Service("@tve-pass/cli/Output")

/** The flags about output. */
export interface OutputOptions {
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
}

/** Creates the output of one command. */
export const makeOutput = ({ stdout, stderr, variables }: Host, options: OutputOptions): Output => {
  const silent = options.json || options.quiet
  const canRewrite = stderr.isTerminal && variables["TERM"] !== "dumb"
  let statusShown = false
  const clearStatus = () => {
    if (statusShown) stderr.write("\r\u001B[2K")
    statusShown = false
  }
  const toPeople = (text: string) => {
    clearStatus()
    stderr.write(`${text}\n`)
  }
  const toStdout = (text: string) => {
    clearStatus()
    stdout.write(text.endsWith("\n") ? text : `${text}\n`)
  }
  return {
    json: options.json,
    result: (value, text) => {
      if (options.json) return toStdout(JSON.stringify(value))
      const readable = text()
      if (readable !== "") toStdout(readable)
    },
    event: (value) => {
      if (options.json) toStdout(JSON.stringify(value))
    },
    data: toStdout,
    say: (text) => {
      if (!silent) toPeople(fitted(text, stderr))
    },
    show: (text) => {
      if (!silent) toPeople(text)
    },
    status: (text) => {
      if (silent || !canRewrite) return
      stderr.write(`\r\u001B[2K${truncated(text, (stderr.columns ?? 80) - 1)}`)
      statusShown = true
    },
    trace: (text) => {
      if (options.verbose) toPeople(text)
    },
    style: makeStyler(stderr, variables),
    styleData: makeStyler(stdout, variables),
    get columns() {
      return stdout.columns
    },
    get screen() {
      return canRewrite && !silent ? { columns: stderr.columns ?? 80, rows: stderr.rows ?? 24 } : undefined
    }
  }
}

/** Wraps text at spaces to the width of the terminal. */
export const fitted = (text: string, stream: HostStream): string =>
  stream.columns === undefined ? text : wrapped(text, stream.columns).join("\n")
