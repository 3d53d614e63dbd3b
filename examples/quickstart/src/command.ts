import { parseArgs } from "node:util"
import { AuthError } from "@tve-pass/auth/promise"
import { EntitlementError } from "@tve-pass/entitlement/promise"
import { runDemo } from "./demo.ts"
import { narrate } from "./narration.ts"
import { readSettings, SettingsError } from "./settings.ts"
import { ConfigurationLost, ConfigurationRefused } from "./first-calls.ts"

const help = `Usage: pnpm demo [--json] [--interactive]

Obtains client credentials and an access token, fetches a configuration, and does so once more from the store. Then a
viewer signs in with a code, sees the catalogue, plays, starts again without being asked anything, and signs out.
Without ADOBE_PASS_ENVIRONMENT or ADOBE_PASS_ORIGIN it runs against the built-in simulator.

  --json         print one JSON object on stdout and nothing else
  --interactive  wait for a person at the login page; at a real server, no viewer signs in without it
  --help         print this text

Environment:
  ADOBE_PASS_ENVIRONMENT              release-production, release-staging, prequal-production or prequal-staging
  ADOBE_PASS_ORIGIN                   any origin instead, for example http://127.0.0.1:4010
  ADOBE_PASS_SOFTWARE_STATEMENT       the JWT of the TVE Dashboard
  ADOBE_PASS_SOFTWARE_STATEMENT_FILE  its file instead
  ADOBE_PASS_SERVICE_PROVIDER         the id of your channel, for example REF30
  ADOBE_PASS_DOMAIN_NAME              a registered domain of the channel; --interactive at a real server needs it
  ADOBE_PASS_MVPD                     the id of the MVPD to sign in at; default: the first of the configuration
  ADOBE_PASS_STORE                    directory of credentials and token; default: one in the user's state`

/** The environment of the command: the process, or a test. */
export interface Terminal {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
  /** Shows progress to a waiting person. A program that reads stderr receives only the error line. */
  readonly printProgress: (line: string) => void
}

/**
 * Runs the demo and resolves to its exit code. An expected failure prints one line with the remedy, and the code is 1.
 */
export async function runCommand(argv: ReadonlyArray<string>, terminal: Terminal): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { json: { type: "boolean" }, interactive: { type: "boolean" }, help: { type: "boolean" } }
    })
    if (values.help === true) {
      terminal.print(help)
      return 0
    }
    const demo = await runDemo(await readSettings(terminal.variables), {
      interactive: values.interactive === true,
      progress: terminal.printProgress,
      prompt: terminal.printError
    })
    terminal.print(values.json === true ? JSON.stringify(demo) : narrate(demo))
    return 0
  } catch (error) {
    if (!isExpected(error)) throw error
    terminal.printError(error.message.replaceAll(/\s*\n\s*/g, " "))
    return 1
  }
}

/**
 * Returns whether the user can correct the error: in the settings, the server or the store. Other errors are defects of
 * the demo.
 */
function isExpected(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const isSystemError = "code" in error && typeof error.code === "string"
  return (
    error instanceof AuthError ||
    error instanceof EntitlementError ||
    error instanceof SettingsError ||
    error instanceof ConfigurationRefused ||
    error instanceof ConfigurationLost ||
    isSystemError
  )
}
