import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt, connect, withinTimeout } from "../connection/connect.ts"
import { failureOfThrown } from "../failure/failure-of.ts"
import { duration, localMinute } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { toggle } from "../root.ts"

export const token = Command.make(
  "token",
  {
    show: toggle("show", "print the token itself, which is a secret"),
    refresh: toggle("refresh", "request another token first")
  },
  Effect.fnUntraced(function* ({ show, refresh }) {
    const output = yield* Output
    const connection = yield* connect
    const { pass, credentials } = connection
    if (refresh) yield* attempt(() => pass.forget())
    const value = yield* withinTimeout(
      connection,
      attempt((signal) => pass.accessToken({ signal }))
    )
    const loaded = yield* Effect.mapError(credentials.loadToken, failureOfThrown)
    const { expiresAt, receivedAt, id } = loaded._tag === "Found" ? loaded.value : {}
    output.result(
      {
        expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt).toISOString(),
        secondsLeft: expiresAt === undefined ? undefined : Math.floor((expiresAt - Date.now()) / 1000),
        id,
        ...(show ? { accessToken: value } : {})
      },
      () => {
        if (show) return value
        if (expiresAt === undefined || receivedAt === undefined) return "valid, not stored"
        return table(
          [
            ["valid until", localMinute(expiresAt)],
            ["left", `${duration(expiresAt - Date.now())} of ${duration(expiresAt - receivedAt)}`],
            ["id", id ?? "not reported"]
          ],
          output.columns
        )
      }
    )
  })
).pipe(
  Command.withDescription(
    "Shows how long the access token is valid, after requesting one if need be. With --show prints the token alone, for `curl`."
  ),
  Command.withShortDescription("show how long the access token is valid"),
  Command.withExamples([{ command: 'curl --header "Authorization: Bearer $(tve-pass token --show)" …' }])
)
