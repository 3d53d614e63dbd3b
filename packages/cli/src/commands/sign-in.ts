import { authenticationUrl, readSessionDetails } from "@tve-pass/client/rest-v2"
import type { CreatedSession, PollResult, ViewerAccess } from "@tve-pass/entitlement/steps"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { attempt, call, connect, withinTimeout, type Connection } from "../connection/connect.ts"
import { currentServiceProvider, websiteOf } from "../connection/viewer.ts"
import { CommandEnded } from "../failure/command-failure.ts"
import { failureOfResponse } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { localMinute } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { optional, toggle } from "../root.ts"
import { openSteps } from "../sign-in/open-steps.ts"
import { sayingFarewell, showCode, type WaitingCode } from "../sign-in/show-code.ts"
import { waitForSignIn } from "../sign-in/wait-for-sign-in.ts"

const presentation = {
  every: Flag.Int("every").pipe(
    Flag.withMetavar("SECONDS"),
    Flag.withDescription("time between two polls, at least 3 (default 5)"),
    Flag.withDefault(5),
    Flag.filter(
      (seconds) => seconds >= 3,
      (seconds) => `Expected 3 or more, not ${seconds}`
    )
  ),
  open: toggle("open", "open the address in the browser of this machine"),
  noQr: toggle("no-qr", "show no QR code")
}

interface Presentation {
  readonly every: number
  readonly open: boolean
  readonly noQr: boolean
}

const resume = Command.make(
  "resume",
  { code: Argument.String("code").pipe(Argument.withDescription("the code to wait for")), ...presentation },
  ({ code, ...options }) =>
    sayingFarewell(
      Effect.fnUntraced(function* (onShown) {
        const connection = yield* connect
        const steps = yield* withinTimeout(
          connection,
          Effect.flatMap(websiteOf(connection), (website) => openSteps(connection, website))
        )
        const waiting = yield* withinTimeout(connection, existingCode(connection, code))
        onShown(waiting)
        yield* present(waiting, options)
        yield* conclude(yield* waitForSignIn(steps, waiting, options.every))
      })
    )
).pipe(Command.withDescription("Continues to wait for a code that was created earlier on this device."))

export const signIn = Command.make(
  "sign-in",
  {
    mvpd: optional("mvpd", "ID", "the MVPD to sign in with; without it the second screen selects one"),
    noWait: toggle("no-wait", "create the code and return at once"),
    ...presentation
  },
  ({ mvpd, noWait, ...options }) =>
    sayingFarewell(
      Effect.fnUntraced(function* (onShown) {
        const output = yield* Output
        const connection = yield* connect
        const steps = yield* withinTimeout(
          connection,
          Effect.flatMap(websiteOf(connection), (website) => openSteps(connection, website))
        )
        if (mvpd === undefined) {
          const found = yield* withinTimeout(
            connection,
            attempt((signal) => steps.profiles({ signal }))
          )
          if (found.kind === "signed-in") return yield* concludeSignedIn(found.accesses[0])
        }
        const session = yield* withinTimeout(
          connection,
          attempt((signal) => steps.createSession({ mvpd, signal }))
        )
        if (session.kind !== "code") return yield* conclude(session)
        const { code, endsAt, missing } = session
        const url = authenticationUrl({
          ...connection,
          serviceProvider: yield* currentServiceProvider(connection),
          code
        })
        const waiting = { code, url, endsAt, missing }
        onShown(waiting)
        yield* present(waiting, options)
        if (noWait) {
          const command = `tve-pass sign-in resume ${code}`
          // oxlint-disable-next-line unicorn/no-thenable -- a string, so that no promise takes it for a thenable
          output.event({ type: "result", kind: "action-required", code, url, notAfter: endsAt, then: command })
          return output.say(`\`${command}\` waits for the sign-in.`)
        }
        yield* conclude(yield* waitForSignIn(steps, waiting, options.every))
      })
    )
).pipe(
  Command.withDescription(
    "Signs a viewer in with a code that is entered on another screen, and waits for the result. With --json, writes a line for the code, for each poll and for the result."
  ),
  Command.withShortDescription("sign a viewer in with a code"),
  Command.withSubcommands([resume]),
  Command.withExamples([
    { command: "tve-pass sign-in --mvpd Cablevision" },
    { command: "tve-pass sign-in --no-wait --json", description: "for bots: create the code, and wait later" }
  ])
)

/**
 * Reads the session of a code that an earlier command created. The following poll reports an ended code in more detail.
 */
const existingCode = Effect.fnUntraced(function* ({ restV2, origin, ...connection }: Connection, code: string) {
  const serviceProvider = yield* currentServiceProvider({ restV2, origin, ...connection })
  const path = { serviceProvider, code }
  const details = yield* call((signal) =>
    restV2.GET("/api/v2/{serviceProvider}/sessions/{code}", { params: { path }, signal })
  ).pipe(
    Effect.map(readSessionDetails),
    Effect.catchIf(
      ({ ending }) => ending === "signInNeeded" || ending === "refused",
      () => Effect.undefined
    )
  )
  const url = authenticationUrl({ origin, serviceProvider, code })
  return { code, url, endsAt: details?.notAfter, missing: details?.missingParameters ?? [] }
})

const present = Effect.fnUntraced(function* (waiting: WaitingCode, { noQr, open }: Presentation) {
  const output = yield* Output
  const { openAddress } = yield* Host
  showCode(waiting, !noQr, output)
  if (!open) return
  yield* attempt(() => openAddress(waiting.url)).pipe(
    Effect.catch(() => Effect.sync(() => output.say("No browser could be opened.")))
  )
})

type Conclusion =
  | Exclude<CreatedSession, { readonly kind: "code" }>
  | Extract<PollResult, { readonly kind: "signed-in" | "ended" }>

/** Writes the result of the sign-in, and ends the command with its exit code. */
const conclude = Effect.fnUntraced(function* (conclusion: Conclusion) {
  const output = yield* Output
  const cross = output.style("red", "✗")
  switch (conclusion.kind) {
    case "signed-in":
      return yield* concludeSignedIn(conclusion.access)
    case "ended": {
      const { why, failure } = conclusion
      output.event({ type: "result", kind: "code-ended", why, code: failure?.code, trace: failure?.trace })
      const code = failure === undefined ? "" : ` (${failure.code})`
      output.say(`${cross} ${reasons[why]}${code} \`tve-pass sign-in\` creates another code.`)
      return yield* new CommandEnded({ ending: "signInNeeded" })
    }
    case "not-finished":
      output.event({ type: "result", kind: "not-finished" })
      output.say(`${cross} Adobe Pass announced a profile and returned none. Run the command again.`)
      return yield* new CommandEnded({ ending: "signInNeeded" })
    case "integration-removed":
      return yield* failureOfResponse(conclusion.failure)
    case "unsupported": {
      const { member, value } = conclusion
      output.event({ type: "result", kind: "unsupported", member, value })
      output.say(`${cross} Adobe Pass asks for something that this version does not know: ${member} is "${value}".`)
      return yield* new CommandEnded({ ending: "failed" })
    }
  }
})

const concludeSignedIn = Effect.fnUntraced(function* ({ mvpd, profileType, endsAt }: ViewerAccess) {
  const output = yield* Output
  const { style } = output
  output.event({ type: "result", kind: "signed-in", mvpd, profileType, notAfter: endsAt })
  const end = endsAt === undefined ? "" : `, until ${localMinute(endsAt)}`
  output.say(`${style("green", "✓")} Signed in with ${style("bold", mvpd)} (${profileType})${end}.`)
})

const reasons = {
  expired: "The code has expired.",
  superseded: "Another code of this device has superseded it.",
  refused: "Adobe Pass no longer accepts the code.",
  unknown: "No sign-in with this code is waiting on this device."
}
