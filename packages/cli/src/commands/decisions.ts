import type { EnhancedError } from "@tve-pass/client"
import { readDecisions, type MediaToken, type ResourceDecision } from "@tve-pass/client/rest-v2"
import { viewerMessage } from "@tve-pass/entitlement/steps"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt, call, connect, withinTimeout, type Connection } from "../connection/connect.ts"
import { currentServiceProvider, selectedMvpd } from "../connection/viewer.ts"
import { CommandEnded, CommandFailure, usageFailure } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional, toggle } from "../root.ts"

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
    const serviceProvider = yield* currentServiceProvider(connection)
    const found = yield* withinTimeout(
      connection,
      Effect.gen(function* () {
        const target = { serviceProvider, mvpd: yield* selectedMvpd(connection, flag) }
        return yield* play ? authorize(connection, target, resources) : preauthorize(connection, target, resources)
      })
    )
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
    } else if (first?.kind === "permit" && first.token !== undefined) {
      yield* passOn(first.token, exec)
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

interface Target {
  readonly serviceProvider: string
  readonly mvpd: string
}

/** How many resources one call may ask for: docs/protocol/rest-api-v2.md, section 12. */
const chunkSize = 5

/** Asks for the catalogue, five resources a call. */
const preauthorize = Effect.fnUntraced(function* (
  { restV2 }: Connection,
  path: Target,
  resources: ReadonlyArray<string>
) {
  const found: Array<ResourceDecision> = []
  for (let start = 0; start < resources.length; start += chunkSize) {
    const chunk = resources.slice(start, start + chunkSize)
    const response = yield* call((signal) =>
      restV2.POST("/api/v2/{serviceProvider}/decisions/preauthorize/{mvpd}", {
        params: { path },
        body: { resources: chunk },
        signal
      })
    )
    found.push(...readDecisions(response, chunk))
  }
  return found
})

/** Asks for playbacks, one resource a call. */
const authorize = Effect.fnUntraced(function* ({ restV2 }: Connection, path: Target, resources: ReadonlyArray<string>) {
  const found: Array<ResourceDecision> = []
  for (const resource of resources) {
    const response = yield* call((signal) =>
      restV2.POST("/api/v2/{serviceProvider}/decisions/authorize/{mvpd}", {
        params: { path },
        body: { resources: [resource] },
        signal
      })
    )
    found.push(...readDecisions(response, [resource]))
  }
  return found
})

interface Row {
  readonly resource: string
  readonly decision: "permit" | "deny" | "undecided"
  readonly source?: string | undefined
  readonly code?: string | undefined
  readonly text?: string | undefined
  readonly trace?: string | undefined
}

/** The fixed form of a decision. Never has the media token. */
const rowOf = (decision: ResourceDecision): Row => {
  const { resource } = decision
  switch (decision.kind) {
    case "permit":
      return { resource, decision: "permit", source: decision.source }
    case "deny": {
      const { failure, source } = decision
      return {
        resource,
        decision: failure === undefined || isDenial(failure) ? "deny" : "undecided",
        source,
        code: failure?.code,
        text: failure?.details ?? failure?.message,
        trace: failure?.trace
      }
    }
    case "undecided":
      return { resource, decision: "undecided" }
  }
}

/** An error that is no denial, such as a timeout of the MVPD, has decided nothing. */
const isDenial = (failure: EnhancedError): boolean => viewerMessage(failure).kind === "denied"

const whyOf = ({ source, text, code, trace }: Omit<Row, "resource" | "decision">): string => {
  if (code === undefined) return text ?? source ?? ""
  return `${text ?? ""} (${code}${trace === undefined ? "" : `, trace ${trace}`})`.trimStart()
}

/** Hands the media token to a command on standard input, and fails when the command does. */
const passOn = Effect.fnUntraced(function* ({ serializedToken }: MediaToken, command: string) {
  const { runCommand } = yield* Host
  const { json } = yield* Output
  const exitCode = yield* attempt((signal) => runCommand(command, serializedToken, { stdout: !json, signal }))
  if (exitCode === 0) return
  yield* new CommandFailure({
    ending: "failed",
    code: "exec-failed",
    message: `The command of --exec ended with exit code ${exitCode}.`
  })
})
