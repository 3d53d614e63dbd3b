import type { Failure } from "@tve-pass/client"
import type { CatalogueDecision, Playback, PlaybackDecision } from "@tve-pass/entitlement/steps"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt, connect, withinTimeout } from "../connection/connect.ts"
import { selectedMvpd } from "../connection/viewer.ts"
import { CommandEnded, CommandFailure, usageFailure } from "../failure/command-failure.ts"
import { failureOfResponse } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, toggle } from "../root.ts"
import { openSteps } from "../sign-in/open-steps.ts"

export const decisions = Command.make(
  "decisions",
  {
    resources: Argument.String("resource").pipe(
      Argument.withDescription("id of a channel or programme, for example REF30"),
      Argument.atLeast(1)
    ),
    mvpd: optional("mvpd", "ID", "decide for this MVPD instead of the signed-in one"),
    play: toggle("play", "ask for a playback of each, not for the catalogue"),
    exec: optional(
      "exec",
      "COMMAND",
      "with --play of one resource: pass the media token to this command on stdin, once"
    )
  },
  Effect.fnUntraced(function* ({ resources, mvpd: flag, play, exec }) {
    const output = yield* Output
    if (exec !== undefined && (!play || resources.length !== 1)) {
      return yield* usageFailure("--exec needs --play and exactly one resource.")
    }
    const connection = yield* connect
    const found = yield* withinTimeout(
      connection,
      Effect.gen(function* () {
        const mvpd = yield* selectedMvpd(connection, flag)
        const steps = yield* openSteps(connection, noWebsite)
        return play
          ? yield* Effect.forEach(resources, (resource) =>
              attempt((signal) => steps.authorize({ mvpd, resource, signal }))
            )
          : yield* attempt((signal) => steps.preauthorize({ mvpd, resources, signal }))
      })
    )
    const refusal = found.map(refusalOf).find((failure) => failure !== undefined)
    if (refusal !== undefined) return yield* failureOfResponse(refusal)
    const rows = found.map(rowOf)
    output.result(rows, () =>
      table(
        rows.map(({ resource, decision, source, text, code, trace }) => [
          resource,
          decision,
          whyOf({ source, text, code, trace })
        ]),
        output.columns,
        ["RESOURCE", "DECISION", "WHY"]
      )
    )
    if (!rows.some(({ decision }) => decision === "permit"))
      return yield* new CommandEnded({ ending: "nothingPermitted" })
    const [first] = found
    if (!play) {
      output.say("For the catalogue only: --play asks for a playback.")
    } else if (exec === undefined) {
      output.say("No media token was kept; --exec passes one to a command.")
    } else if (first?.kind === "permit" && "playback" in first) {
      yield* passOn(first.playback, exec)
    }
  })
).pipe(
  Command.withDescription(
    "Shows whether the viewer may watch resources: for the catalogue, or with --play for a playback. The media token of a playback is never printed."
  ),
  Command.withShortDescription("show whether the viewer may watch"),
  Command.withExamples([
    { command: "tve-pass decisions REF30 premium" },
    { command: "tve-pass decisions --play REF30 --exec './verify-media-token'" }
  ])
)

type Decision = CatalogueDecision | PlaybackDecision

/** Placeholders, because decisions send neither of them. */
const noWebsite = { domainName: "localhost", redirectUrl: "https://localhost/" }

/**
 * Returns the failure of the whole call, which ends the command. The failure of a single decision arrives in a response
 * with status 200.
 */
const refusalOf = (decision: Decision): Failure | undefined => {
  const failure = "failure" in decision ? decision.failure : undefined
  return failure !== undefined && failure.httpStatus >= 400 ? failure : undefined
}

interface Row {
  readonly resource: string
  readonly decision: "permit" | "deny" | "undecided"
  readonly source?: string | undefined
  readonly code?: string | undefined
  readonly text?: string | undefined
  readonly trace?: string | undefined
}

/**
 * Returns the output form of a decision, without the media token. A decision that is neither a permit nor a denial,
 * such as a timeout, is undecided.
 */
const rowOf = (decision: Decision): Row => {
  const { kind, resource } = decision
  if (kind === "permit") {
    return { resource, decision: kind, source: "playback" in decision ? decision.playback.source : decision.source }
  }
  const failure = decision.failure?._tag === "EnhancedError" ? decision.failure : undefined
  return {
    resource,
    decision: kind === "deny" ? kind : "undecided",
    source: kind === "deny" ? decision.source : undefined,
    code: failure?.code,
    text: kind === "deny" ? decision.text : (failure?.details ?? failure?.message),
    trace: failure?.trace
  }
}

const whyOf = ({ source, text, code, trace }: Omit<Row, "resource" | "decision">): string => {
  if (code === undefined) return text ?? source ?? ""
  return `${text ?? ""} (${code}${trace === undefined ? "" : `, trace ${trace}`})`.trimStart()
}

/** Passes the media token to a command on its standard input, and fails if the command fails. */
const passOn = Effect.fnUntraced(function* ({ redeem }: Playback, command: string) {
  const { runCommand } = yield* Host
  const { json } = yield* Output
  const exitCode = yield* attempt((signal) =>
    redeem((serializedToken) => runCommand(command, serializedToken, { stdout: !json, signal }))
  )
  if (exitCode === 0) return
  yield* new CommandFailure({
    ending: "failed",
    code: "exec-failed",
    message: `The command of --exec ended with exit code ${exitCode}.`
  })
})
