// The same packages with Effect: the errors of a program are in its type.
import {
  AdobePass,
  AuthorizedTransport,
  callOperation,
  TokenSource,
  type ApiFailure,
  type AuthError
} from "@tve-pass/auth"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { startSimulatorServer } from "@tve-pass/testing/server"
import { createSimulatorCore, exampleSoftwareStatement } from "@tve-pass/testing/simulator"
import * as Effect from "effect/Effect"

const configuration: Effect.Effect<ReadonlyArray<string>, AuthError | ApiFailure, AuthorizedTransport> = Effect.gen(
  function* () {
    const restV2 = createRestV2Client(yield* AuthorizedTransport)
    const { requestor } = yield* callOperation((signal) =>
      restV2.GET("/api/v2/{serviceProvider}/configuration", {
        params: { path: { serviceProvider: "REF30" } },
        signal
      })
    )
    return requestor.mvpds.map(({ id }) => id)
  }
)

const program = Effect.gen(function* () {
  const tokens = yield* TokenSource
  const [, mvpds] = yield* Effect.all([tokens.get, configuration], { concurrency: "unbounded" })
  return mvpds
})

const simulator = createSimulatorCore()
const server = await startSimulatorServer({ simulator })
const layerFor = (softwareStatement: string) =>
  AdobePass.layer({
    origin: server.origin,
    softwareStatement,
    device: {
      identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    }
  })
const mvpds = await Effect.runPromise(program.pipe(Effect.provide(layerFor(exampleSoftwareStatement))))
const calls = simulator.journal.calls().map(({ operation }) => operation)
const failure = await Effect.runPromise(
  program.pipe(
    Effect.map(() => "it succeeded"),
    Effect.catchTag("AuthError", ({ code }) => Effect.succeed<string>(code)),
    Effect.provide(layerFor("never.issued.statement"))
  )
)
const violations = simulator.journal.violations()
await server.close()
console.log(JSON.stringify({ mvpd: mvpds[0], calls, failure, violations }))
