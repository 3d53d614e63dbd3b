import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { attempt } from "../connection/connect.ts"
import { CommandFailure, usageFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { inspectDeviceIdentifier, inspectDeviceInfo } from "../inspect/device.ts"
import { inspectPartnerStatus, inspectTemporaryAccessIdentity } from "../inspect/identity.ts"
import type { Inspection } from "../inspect/inspection.ts"
import { inspectStatement, inspectToken } from "../inspect/jwt.ts"
import { inspectMediaToken } from "../inspect/media-token.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { readSoftwareStatement } from "../settings/required-settings.ts"
import { explainCode } from "./explain.ts"

const show = Effect.fnUntraced(function* (what: string, inspection: Inspection | undefined) {
  const output = yield* Output
  if (inspection === undefined) {
    return yield* new CommandFailure({
      ending: "failed",
      code: "unreadable",
      message: `The value is not a valid ${what}.`
    })
  }
  const { values, problems, notice } = inspection
  output.result({ ...values, problems }, () =>
    table(
      [
        ...Object.entries(values)
          .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
          .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
        ...problems.map((problem) => ["!", problem])
      ],
      output.columns
    )
  )
  if (notice !== undefined) output.say(notice)
})

/** A value on the command line, or `-` for standard input. */
const value = Argument.String("value").pipe(Argument.withDescription("the value; - reads standard input"))

const inspectValue = (
  name: string,
  what: string,
  description: string,
  read: (text: string) => Inspection | undefined
) =>
  Command.make(
    name,
    { value },
    Effect.fnUntraced(function* (given) {
      const { stdin } = yield* Host
      const text = given.value === "-" ? yield* attempt(() => stdin.read()) : given.value
      yield* show(what, read(text))
    })
  ).pipe(Command.withDescription(description))

/** A secret is read only from standard input, because other users of the machine can read command lines. */
const secretValue = Argument.String("-").pipe(
  Argument.withDescription("standard input, the only way to pass it"),
  Argument.optional
)

const secretText = Effect.fnUntraced(function* (given: Option.Option<string>) {
  const { stdin } = yield* Host
  if (Option.isSome(given) && given.value !== "-") {
    return yield* usageFailure("It is a secret and is not read from the command line.", "Pass it on standard input.")
  }
  if (stdin.isTerminal) return yield* usageFailure("Nothing was passed on standard input.")
  return yield* attempt(() => stdin.read())
})

const statement = Command.make(
  "statement",
  { from: secretValue },
  Effect.fnUntraced(function* ({ from }) {
    const host = yield* Host
    const text = Option.isSome(from)
      ? yield* secretText(from)
      : Redacted.value(
          yield* Effect.flatMap(currentSettings, (settings) => attempt(() => readSoftwareStatement(settings, host)))
        )
    yield* show("software statement: a JWT has three parts separated by dots", inspectStatement(text))
  })
).pipe(Command.withDescription("Reads the software statement of the settings, or of standard input with -."))

const token = Command.make(
  "token",
  { from: secretValue },
  Effect.fnUntraced(function* ({ from }) {
    yield* show("access token", inspectToken(yield* secretText(from)))
  })
).pipe(Command.withDescription("Reads an access token from standard input."))

const mediaToken = Command.make(
  "media-token",
  { from: secretValue },
  Effect.fnUntraced(function* ({ from }) {
    yield* show("media token", inspectMediaToken(yield* secretText(from)))
  })
).pipe(Command.withDescription("Reads a media token from standard input. For diagnosis only."))

const error = Command.make(
  "error",
  { code: Argument.String("code").pipe(Argument.withDescription("an error code of Adobe Pass")) },
  ({ code }) => explainCode(code)
).pipe(Command.withDescription("Explains an error code, as `tve-pass explain` does."))

export const inspect = Command.make("inspect").pipe(
  Command.withDescription("Reads a header, a token or a statement. Works offline and sends nothing."),
  Command.withShortDescription("read a header, token or statement"),
  Command.withSubcommands([
    statement,
    token,
    inspectValue(
      "device-info",
      "X-Device-Info: it has to be Base64 of a JSON object",
      "Reads an X-Device-Info header and checks its keys and values.",
      inspectDeviceInfo
    ),
    inspectValue(
      "device-id",
      "AP-Device-Identifier: it has to be `fingerprint` and Base64",
      "Reads an AP-Device-Identifier header.",
      inspectDeviceIdentifier
    ),
    mediaToken,
    error,
    inspectValue(
      "temp-pass-identity",
      "AP-TempPass-Identity: it has to be Base64 of a JSON object",
      "Reads an AP-TempPass-Identity header and checks that the identity is hashed.",
      inspectTemporaryAccessIdentity
    ),
    inspectValue(
      "partner-status",
      "AP-Partner-Framework-Status: it has to be Base64 of a JSON object",
      "Reads an AP-Partner-Framework-Status header.",
      inspectPartnerStatus
    )
  ]),
  Command.withExamples([
    { command: "tve-pass inspect statement < statement.txt" },
    { command: "tve-pass inspect device-info eyJtb2RlbCI6Ik9MRUQ1NSJ9" }
  ])
)
