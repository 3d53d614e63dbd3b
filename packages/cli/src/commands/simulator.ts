import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import { startSimulatorServer } from "@tve-pass/testing/server"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { attempt } from "../connection/connect.ts"
import { Output } from "../output/output.ts"

export const simulator = Command.make(
  "simulator",
  {
    port: Flag.Int("port").pipe(
      Flag.withMetavar("NUMBER"),
      Flag.withDescription("port to listen on; 0 takes any free one (default 4010)"),
      Flag.withDefault(4010),
      Flag.filter(
        (port) => port >= 0 && port <= 65_535,
        (port) => `Expected a number from 0 to 65535, not ${port}`
      )
    )
  },
  Effect.fnUntraced(function* ({ port }) {
    const output = yield* Output
    const server = yield* Effect.acquireRelease(
      attempt(() => startSimulatorServer({ simulator: createSimulatorCore(), port })),
      ({ close }) => Effect.promise(close)
    )
    output.result({ origin: server.origin, softwareStatement: exampleSoftwareStatement }, () => server.origin)
    yield* Effect.never
  })
).pipe(
  Command.withDescription("Serves a simulated Adobe Pass on this machine until it is stopped."),
  Command.withShortDescription("serve a simulated Adobe Pass")
)
