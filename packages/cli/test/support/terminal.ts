import { execFileSync, spawnSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import { expect, onTestFinished } from "vitest"

/** Whether tmux, which gives the tests a real terminal, is installed. `.ci/run` installs it. */
export const hasTmux = spawnSync("tmux", ["-V"]).status === 0

/** A program in a real terminal. */
export interface Terminal {
  /** The screen, its lines without trailing blanks. */
  readonly screen: () => ReadonlyArray<string>
  /** Waits until the screen shows text that matches, and returns the screen as one string. */
  readonly shows: (pattern: RegExp) => Promise<string>
  /** Types keys in tmux's notation, such as `C-c` or `Enter`. */
  readonly type: (keys: string) => void
}

/** What is run, and in what terminal. */
export interface TerminalOptions {
  readonly columns: number
  readonly rows: number
  readonly file: string
  readonly args: ReadonlyArray<string>
  readonly variables: Readonly<Record<string, string>>
}

/** Runs a program of Node in a terminal of its own; its exit code is shown as `[exit 0]` when it has ended. */
export const openTerminal = ({ columns, rows, file, args, variables }: TerminalOptions): Terminal => {
  const server = `tve-pass-${randomUUID()}`
  const tmux = (...words: ReadonlyArray<string>): string =>
    execFileSync("tmux", ["-L", server, "-f", "/dev/null", ...words], {
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
        HOME: "/nonexistent",
        ...variables,
        TERM: "xterm-256color",
        LC_ALL: "C.UTF-8"
      }
    })
  // tmux sets TERM to its own terminal.
  const terminal = variables["TERM"] === undefined ? [] : ["env", `TERM=${variables["TERM"]}`]
  const quoted = [...terminal, process.execPath, file, ...args].map((word) => `'${word}'`).join(" ")
  tmux("new-session", "-d", "-x", String(columns), "-y", String(rows), `${quoted}; printf '[exit %s]' $?; sleep 600`)
  onTestFinished(() => {
    tmux("kill-server")
  })
  const screen = () =>
    tmux("capture-pane", "-p")
      .split("\n")
      .map((line) => line.trimEnd())
  return {
    screen,
    shows: async (pattern) => {
      await expect.poll(() => screen().join("\n"), { timeout: 30_000, interval: 100 }).toMatch(pattern)
      return screen().join("\n")
    },
    type: (keys) => {
      tmux("send-keys", keys)
    }
  }
}
