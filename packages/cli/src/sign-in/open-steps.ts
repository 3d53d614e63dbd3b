import { createSteps } from "@tve-pass/entitlement/steps"
import * as Effect from "effect/Effect"
import { attempt, type Connection } from "../connection/connect.ts"
import { currentServiceProvider } from "../connection/viewer.ts"

/** The domain and the page at which logins end. */
interface Website {
  readonly domainName: string
  readonly redirectUrl: string
}

/**
 * Opens the viewer's flows as single steps. The state between two commands, such as a pending code, is in the store of
 * the connection.
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
