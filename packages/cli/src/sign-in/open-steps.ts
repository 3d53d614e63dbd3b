import { createSteps } from "@tve-pass/entitlement/steps"
import * as Effect from "effect/Effect"
import { attempt, type Connection } from "../connection/connect.ts"
import { currentServiceProvider } from "../connection/viewer.ts"

/** Where the logins of the steps end. */
interface Website {
  readonly domainName: string
  readonly redirectUrl: string
}

/**
 * The viewer's flows as single steps: what has to survive between two commands, such as a code that is waiting, is in the
 * store of the connection.
 */
export const openSteps = Effect.fnUntraced(function* (connection: Connection, website: Website) {
  const { pass, store, device } = connection
  const serviceProvider = yield* currentServiceProvider(connection)
  return yield* attempt(async () =>
    createSteps({ serviceProvider, ...website, storage: store }).device({
      pass,
      id: device.identifier,
      platform: device.info.osName
    })
  )
})
