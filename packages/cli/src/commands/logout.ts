import { readLogouts, type PendingLogout } from "@tve-pass/client/rest-v2"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { call, connect, withinTimeout, type Connection } from "../connection/connect.ts"
import { currentServiceProvider, readAllProfiles, websiteOf } from "../connection/viewer.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { optional } from "../root.ts"

export const logout = Command.make(
  "logout",
  { mvpd: optional("mvpd", "ID", "only this MVPD; default: every MVPD that the viewer is signed in with") },
  Effect.fnUntraced(function* ({ mvpd }) {
    const output = yield* Output
    const connection = yield* connect
    const steps = (yield* withinTimeout(connection, signOut(connection, mvpd))).map(stepOf)
    output.result(steps, () =>
      steps.length === 0
        ? ""
        : table(
            steps.map(({ mvpd: id, action, url, value }) => [id, action, url ?? value ?? ""]),
            undefined
          )
    )
    if (steps.length === 0) return output.say("No viewer is signed in on this device.")
    output.say("The profiles at Adobe Pass are deleted.")
    if (steps.some(({ action }) => action === "open")) {
      output.say("Open the address in a browser to end the session of the MVPD too.")
    }
    if (steps.some(({ action }) => action === "system-settings")) {
      output.say("The viewer signs out of the TV provider in the settings of the device.")
    }
  })
).pipe(
  Command.withDescription("Signs the viewer out and shows what is left to do for each MVPD."),
  Command.withShortDescription("sign the viewer out")
)

const signOut = Effect.fnUntraced(function* (connection: Connection, flag: string | undefined) {
  const serviceProvider = yield* currentServiceProvider(connection)
  const mvpds = flag === undefined ? (yield* readAllProfiles(connection)).map(({ mvpd }) => mvpd) : [flag]
  if (mvpds.length === 0) return []
  const { redirectUrl } = yield* websiteOf(connection)
  const pending: Array<PendingLogout> = []
  for (const mvpd of mvpds) {
    const response = yield* call((signal) =>
      connection.restV2.GET("/api/v2/{serviceProvider}/logout/{mvpd}", {
        params: { path: { serviceProvider, mvpd }, query: { redirectUrl } },
        signal
      })
    )
    pending.push(...readLogouts(response, connection.origin))
  }
  return pending
})

interface Step {
  readonly mvpd: string
  readonly action: "open" | "system-settings" | "none" | "unsupported"
  readonly url?: string
  /** The unknown value. */
  readonly value?: string
}

/** Returns the step of a logout response. Source: docs/protocol/rest-api-v2.md, section 13. */
const stepOf = ({ mvpd, actionName, url }: PendingLogout): Step => {
  switch (actionName) {
    case "logout":
      return url === undefined ? { mvpd, action: "unsupported", value: "logout" } : { mvpd, action: "open", url }
    case "partner_logout":
      return { mvpd, action: "system-settings" }
    case "complete":
    case "invalid":
      return { mvpd, action: "none" }
    default:
      return { mvpd, action: "unsupported", value: actionName }
  }
}
