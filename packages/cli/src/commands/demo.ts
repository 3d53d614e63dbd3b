import { runCommand } from "@tve-pass/example-quickstart/command"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt } from "../connection/connect.ts"
import { CommandEnded } from "../failure/command-failure.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { toggle } from "../root.ts"

export const demo = Command.make(
  "demo",
  {
    interactive: toggle(
      "interactive",
      "wait for a person at the login page; at a real server no viewer signs in without it"
    )
  },
  Effect.fnUntraced(function* ({ interactive }) {
    const { variables, stdout, stderr } = yield* Host
    const { json, status } = yield* Output
    const exitCode = yield* attempt(() =>
      runCommand([...(json ? ["--json"] : []), ...(interactive ? ["--interactive"] : [])], {
        variables,
        print: (line) => stdout.write(`${line}\n`),
        printError: (line) => stderr.write(`${line}\n`),
        printProgress: status
      })
    )
    if (exitCode !== 0) return yield* new CommandEnded({ ending: "failed" })
  })
).pipe(
  Command.withDescription(
    "Shows the library at work: registration, sign-in, catalogue, playback and sign-out, against a simulator inside this command. Needs no account and no network. With ADOBE_PASS_ENVIRONMENT or ADOBE_PASS_ORIGIN it runs against that server."
  ),
  Command.withShortDescription("see it work, without an account")
)
