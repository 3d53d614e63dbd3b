import * as Context from "effect/Context"
import type { Host, HostStream } from "../host/host.ts"
import { makeStyler, type Styler } from "./style.ts"
import { truncated, wrapped } from "./width.ts"

/** How a command speaks. Data goes to stdout; everything for people goes to stderr. */
export interface Output {
  readonly json: boolean
  /** Writes the result: one JSON document with `--json`, otherwise the text. A text that is empty is left out. */
  readonly result: (value: unknown, text: () => string) => void
  /** Writes one JSON line of a command that goes on; nothing without `--json`. */
  readonly event: (value: unknown) => void
  /** Writes text to stdout in every mode, such as a completion script. */
  readonly data: (text: string) => void
  /** Tells a person something, in lines that fit the terminal; silent with `--json` and `--quiet`. */
  readonly say: (text: string) => void
  /** Shows text to a person as it is, such as a QR code; silent with `--json` and `--quiet`. */
  readonly show: (text: string) => void
  /** Replaces the status line of a terminal; silent elsewhere, where lines cannot be rewritten. */
  readonly status: (text: string) => void
  /** Writes a line about a request; silent without `--verbose`. */
  readonly trace: (text: string) => void
  /** Styles text for stderr. */
  readonly style: Styler
  /** Styles text for stdout. */
  readonly styleData: Styler
  /** Width of stdout; `undefined` where it is no terminal and nothing may be cut. */
  readonly columns: number | undefined
  /** The terminal that people watch; `undefined` where there is none, or it cannot draw. */
  readonly screen: { readonly columns: number; readonly rows: number } | undefined
}

/** Provides the {@link Output} of the running command. */
export const Output: Context.Service<Output, Output> = Context.Service("@tve-pass/cli/Output")

/** What the flags say about output. */
export interface OutputOptions {
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
}

/** Makes the output of one command. */
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

/** Breaks text at spaces where a terminal would break it inside a word. */
export const fitted = (text: string, stream: HostStream): string =>
  stream.columns === undefined ? text : wrapped(text, stream.columns).join("\n")
