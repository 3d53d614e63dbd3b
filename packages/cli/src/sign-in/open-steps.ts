import { createSteps } from "@tve-pass/entitlement/steps"
import * as Effect from "effect/Effect"
import { attempt, type Connection } from "../connection/connect.ts"
import { currentServiceProvider, websiteOf } from "../connection/viewer.ts"

/**
 * The viewer's flows as single steps: what has to survive between two commands, such as a code that is waiting, is in the
 * store of the connection.
 */
export const openSteps = Effect.fnUntraced(function* (connection: Connection) {
  const { pass, store, device } = connection
  const serviceProvider = yield* currentServiceProvider(connection)
  const website = yield* websiteOf(connection)
  return yield* attempt(async () =>
    createSteps({ serviceProvider, ...website, storage: store }).device({
      pass,
      id: device.identifier,
      platform: device.info.osName
    })
  )
})
