import type { EndedSignIn } from "@tve-pass/entitlement/promise"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { attempt, connect, withinTimeout } from "../connection/connect.ts"
import { websiteOf } from "../connection/viewer.ts"
import { CommandEnded, CommandFailure } from "../failure/command-failure.ts"
import { failureOfResponse } from "../failure/failure-of.ts"
import { localMinute } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { optional, toggle } from "../root.ts"
import { openFlows, type Flows } from "../sign-in/flows.ts"
import { waitForCode, type Waiting } from "../sign-in/wait-for-code.ts"

const presentation = {
  every: Flag.Int("every").pipe(
    Flag.withMetavar("SECONDS"),
    Flag.withDescription("time between two polls, 3 at least (default 5)"),
    Flag.withDefault(5),
    Flag.filter(
      (seconds) => seconds >= 3,
      (seconds) => `Expected 3 or more, not ${seconds}`
    )
  ),
  open: toggle("open", "open the address in the browser of this machine"),
  noQr: toggle("no-qr", "show no QR code")
}

const resume = Command.make(
  "resume",
  { code: Argument.String("code").pipe(Argument.withDescription("the code to go on waiting for")), ...presentation },
  Effect.fnUntraced(function* ({ code, ...options }) {
    const connection = yield* connect
    const website = yield* withinTimeout(connection, websiteOf(connection))
    const flows = yield* openFlows(connection, website, options.every)
    const running = yield* attempt((signal) => flows.resume(code, signal))
    if (running === undefined) {
      return yield* new CommandFailure({
        ending: "signInNeeded",
        code: "code-unknown",
        message: `No sign-in with the code ${code} is waiting on this device.`,
        hint: "The code has ended, or was created with another --store or --as. `tve-pass sign-in` creates another."
      })
    }
    yield* conclude(yield* waitForCode(flows, running, options))
  })
).pipe(Command.withDescription("Goes on waiting for a code that was created earlier on this device."))

export const signIn = Command.make(
  "sign-in",
  {
    mvpd: optional("mvpd", "ID", "the MVPD to sign in with; without it the second screen selects one"),
    noWait: toggle("no-wait", "create the code and return at once"),
    ...presentation
  },
  Effect.fnUntraced(function* ({ mvpd, noWait, ...options }) {
    const connection = yield* connect
    const website = yield* withinTimeout(connection, websiteOf(connection))
    const flows = yield* openFlows(connection, website, options.every)
    if (mvpd === undefined) {
      const access = yield* withinTimeout(connection, attempt((signal) => flows.current(signal)))
      if (access !== undefined) return yield* conclude({ kind: "signed-in", access })
    }
    yield* conclude(yield* waitForCode(flows, flows.start(mvpd), { ...options, noWait }))
  })
).pipe(
  Command.withDescription(
    "Signs a viewer in with a code that is entered on another screen, and waits until that has happened. With --json writes a line for the code, for each poll and for the result."
  ),
  Command.withShortDescription("sign a viewer in with a code"),
  Command.withSubcommands([resume]),
  Command.withExamples([
    { command: "tve-pass sign-in --mvpd Cablevision" },
    { command: "tve-pass sign-in --no-wait --json", description: "for bots: create the code, and wait later" }
  ])
)

/** Writes how the sign-in ended, and ends the command with its exit code. */
const conclude = Effect.fnUntraced(function* (waiting: Waiting) {
  const output = yield* Output
  const { style } = output
  switch (waiting.kind) {
    case "signed-in": {
      const { mvpd, profileType, profile } = waiting.access
      const { notAfter } = profile
      output.event({ type: "result", kind: "signed-in", mvpd: mvpd.id, profileType, notAfter })
      const end = notAfter === undefined ? "" : `, until ${localMinute(notAfter)}`
      return output.say(`${style("green", "✓")} Signed in with ${style("bold", mvpd.id)} (${profileType})${end}.`)
    }
    case "action-required": {
      const { code, url, notAfter } = waiting
      const then = `tve-pass sign-in resume ${code}`
      output.event({ type: "result", kind: "action-required", code, url, notAfter, then })
      return output.say(`\`${then}\` waits for the sign-in.`)
    }
    default:
      return yield* concludeEnded(waiting)
  }
})

const concludeEnded = Effect.fnUntraced(function* (ended: EndedSignIn) {
  const output = yield* Output
  const cross = output.style("red", "✗")
  switch (ended.kind) {
    case "cancelled":
      output.event({ type: "result", kind: "cancelled" })
      return yield* new CommandEnded({ ending: "interrupted" })
    case "code-ended": {
      const { why, failure } = ended
      output.event({ type: "result", kind: "code-ended", why, error: failure?.code, trace: failure?.trace })
      output.say(`${cross} ${reasons[why]}${failure === undefined ? "" : ` (${failure.code})`} Run the command again for another code.`)
      return yield* new CommandEnded({ ending: "signInNeeded" })
    }
    case "not-finished":
      output.event({ type: "result", kind: "not-finished" })
      output.say(`${cross} Adobe Pass announced a profile and returned none. Run the command again.`)
      return yield* new CommandEnded({ ending: "signInNeeded" })
    case "integration-removed":
      return yield* failureOfResponse(ended.failure)
    case "unsupported": {
      const { member, value } = ended
      output.event({ type: "result", kind: "unsupported", member, value })
      output.say(`${cross} Adobe Pass asks for something that this version does not know: ${member} is "${value}".`)
      return yield* new CommandEnded({ ending: "failed" })
    }
  }
})

const reasons = {
  expired: "The code has expired.",
  superseded: "Another code of this device has taken its place.",
  refused: "Adobe Pass no longer accepts the code."
}
