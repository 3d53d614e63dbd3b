import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { Effect, Layer } from "effect"
import { AdobePass, AuthorizedTransport, callOperation, Fetch, memoryStore } from "../../src/index.ts"
import type { FakeAdobePass } from "../fake-server/fake-adobe-pass.ts"

export const options = {
  environment: "release-staging",
  softwareStatement: "CANARY.statement.signature",
  device: { identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb" },
  throttle: false
} as const

/** The whole auth layer, against this server. */
export const layerTo = (server: FakeAdobePass) =>
  Layer.provide(AdobePass.layer({ ...options, storage: memoryStore() }), Layer.succeed(Fetch, server.fetch))

/** A typed call of a generated client. */
export const configuration = Effect.gen(function* () {
  const restV2 = createRestV2Client(yield* AuthorizedTransport)
  return yield* callOperation((signal) =>
    restV2.GET("/api/v2/{serviceProvider}/configuration", {
      params: { path: { serviceProvider: "REF30" } },
      signal
    })
  )
})
