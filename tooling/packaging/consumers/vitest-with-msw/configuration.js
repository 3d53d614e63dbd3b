// A program with Effect, whose tests answer its requests by msw.
import { AdobePass, AuthorizedTransport, callOperation } from "@tve-pass/auth"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"

const configuration = Effect.gen(function* () {
  const restV2 = createRestV2Client(yield* AuthorizedTransport)
  return yield* callOperation((signal) =>
    restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } }, signal })
  )
})

/** Names of the MVPDs that viewers may choose from. */
export const mvpdNames = ({ softwareStatement, storage }) =>
  Effect.runPromise(
    configuration.pipe(
      Effect.map(({ requestor }) => requestor.mvpds.map(({ displayName }) => displayName)),
      Effect.provide(
        AdobePass.layer({
          environment: "release-production",
          softwareStatement,
          device: {
            identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
            info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
          },
          storage
        })
      )
    )
  )
