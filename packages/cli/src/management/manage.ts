import { appendFile, mkdir } from "node:fs/promises"
import { userInfo } from "node:os"
import { join } from "node:path"
import { directoryStore } from "@tve-pass/auth/file"
import { createManagementAccess, type ManagementError, type ManagementTransport } from "@tve-pass/management"
import * as Effect from "effect/Effect"
import { verboseFetch } from "../connection/verbose-fetch.ts"
import { attempt } from "../connection/connect.ts"
import { CommandFailure, usageFailure, type Ending } from "../failure/command-failure.ts"
import { failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { root } from "../root.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { readSoftwareStatement, serverOf, storeDirectoryOf } from "../settings/required-settings.ts"

/**
 * Connects to the management APIs of the settings, with separate client credentials. Sends nothing by itself. The
 * connection ends with the scope of the command.
 */
export const manage = Effect.gen(function* () {
  const host = yield* Host
  const output = yield* Output
  const { as } = yield* root
  const settings = yield* currentSettings
  return yield* Effect.acquireRelease(
    Effect.tryPromise({
      try: async () => {
        const { resolved: _, ...server } = serverOf(settings)
        return createManagementAccess({
          ...server,
          softwareStatement: await readSoftwareStatement(settings, host),
          storage: directoryStore(storeDirectoryOf(settings, as, host)),
          fetch: verboseFetch(host, output)
        })
      },
      catch: failureOfThrown
    }),
    ({ dispose }) => Effect.promise(dispose)
  )
})

/** Runs an operation of `@tve-pass/management`. Its error fails the command. */
export const managed = <Value>(
  operation: Effect.Effect<Value, ManagementError>
): Effect.Effect<Value, CommandFailure> => Effect.mapError(operation, failureOfManagementError)

const failureOfManagementError = ({ reason, message }: ManagementError): CommandFailure => {
  switch (reason._tag) {
    case "Auth":
      return failureOfThrown(reason.error)
    case "InvalidRequest":
      return usageFailure(message)
    case "Refused":
      return new CommandFailure({
        ending: reason.status < 500 ? "refused" : "failed",
        code: `http-${reason.status}`,
        message,
        httpStatus: reason.status,
        ...(reason.explanation === "" ? {} : { hint: `The server says: ${reason.explanation}` })
      })
    case "ListChanged":
      return new CommandFailure({ ending: "failed", code: "list-changed", message })
    case "MalformedResponse":
      return new CommandFailure({ ending: "failed", code: "malformed-response", message })
    case "Unreachable":
      return new CommandFailure({ ending: "failed", code: "network", message })
  }
}

/** The confirmation of a step that cannot be undone. */
export interface Confirmation {
  /** The step, as a sentence. */
  readonly what: string
  /** For a step that affects more than one viewer: the words to type, or to pass as `--confirm`. */
  readonly phrase?: string
  readonly yes: boolean
  readonly confirm: string | undefined
}

/**
 * Asks for confirmation of a step that cannot be undone. For one viewer: y/N on a terminal, `--yes` in scripts. For all
 * viewers: the phrase on a terminal, `--confirm` in scripts; `--yes` does not count. Otherwise fails with exit code 7.
 */
export const confirmed = Effect.fnUntraced(function* ({ what, phrase, yes, confirm }: Confirmation) {
  const { stdin, stderr } = yield* Host
  const { json, noInput } = yield* root
  if (phrase === undefined ? yes : confirm === phrase) return
  const hint = phrase === undefined ? "Confirm it with --yes." : `Confirm it with --confirm "${phrase}".`
  if (confirm !== undefined) return yield* notConfirmed(`--confirm does not say "${phrase ?? ""}".`, hint)
  if (json || noInput || !stdin.isTerminal || !stderr.isTerminal) {
    return yield* notConfirmed(`${what} This was not confirmed.`, hint)
  }
  const question = phrase === undefined ? "Go on? [y/N] " : `Type "${phrase}" to go on: `
  const reply = (yield* attempt((signal) => stdin.ask(`${what} ${question}`, signal))).trim()
  const isConfirmed = phrase === undefined ? /^y(es)?$/i.test(reply) : reply === phrase
  if (!isConfirmed) return yield* notConfirmed("Nothing was changed.", hint)
})

const notConfirmed = (message: string, hint: string): CommandFailure =>
  new CommandFailure({ ending: "notConfirmed", code: "not-confirmed", message, hint })

/** A line of the audit log about a destructive call. Contains no secret. */
export interface AuditEntry {
  readonly action: string
  readonly target: Readonly<Record<string, string | number | boolean>>
}

/**
 * Runs a destructive operation and appends a line to `audit.jsonl` in the store: time, user of this machine, operation
 * and outcome.
 */
export const audited = <Value>(
  entry: AuditEntry,
  operation: Effect.Effect<Value, CommandFailure>
): Effect.Effect<Value, CommandFailure, Host | Effect.Services<typeof currentSettings>> =>
  Effect.gen(function* () {
    const host = yield* Host
    const { as } = yield* root
    const settings = yield* currentSettings
    const directory = yield* Effect.try({ try: () => storeDirectoryOf(settings, as, host), catch: failureOfThrown })
    const append = (ending: Ending, code?: string) =>
      attempt(async () => {
        await mkdir(directory, { recursive: true, mode: 0o700 })
        const { username } = userInfo()
        const line = {
          at: new Date().toISOString(),
          user: username,
          ...entry,
          ending,
          ...(code !== undefined && { code })
        }
        await appendFile(join(directory, "audit.jsonl"), `${JSON.stringify(line)}\n`, { mode: 0o600 })
      })
    // Written first, so that the operation does not run if the log cannot be written.
    yield* append("done", "started")
    return yield* operation.pipe(
      Effect.tap(() => append("done")),
      Effect.tapError((failure) => append(failure.ending, failure.code))
    )
  })

/** A transport for commands that only read. */
export type Management = ManagementTransport
