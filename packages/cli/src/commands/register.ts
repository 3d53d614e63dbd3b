import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt, connect, withinTimeout, type Connection } from "../connection/connect.ts"
import { CommandFailure } from "../failure/command-failure.ts"
import { failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { localMinute } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { root, toggle } from "../root.ts"

export const register = Command.make(
  "register",
  {
    again: toggle("again", "replace the credentials, which signs every viewer of this device out"),
    yes: toggle("yes", "confirm --again without being asked")
  },
  Effect.fnUntraced(function* ({ again, yes }) {
    const output = yield* Output
    const connection = yield* connect
    const { pass, origin, storeDirectory } = connection
    const before = yield* storedCredentials(connection)
    if (again && before !== undefined) {
      if (!yes) yield* confirm("Register again? Every viewer of this device will have to sign in again.")
      yield* attempt(() => pass.forget({ credentials: true }))
    }
    const registered = again || before === undefined
    // The token proves that the server accepts the credentials.
    if (registered)
      yield* withinTimeout(
        connection,
        attempt((signal) => pass.accessToken({ signal }))
      )
    const credentials = registered ? yield* storedCredentials(connection) : before
    if (credentials === undefined) {
      return yield* new CommandFailure({
        ending: "failed",
        code: "store-unavailable",
        message: "The client credentials were not stored."
      })
    }
    const { clientId, scopes, registeredAt } = credentials
    output.result(
      { registered, clientId, issuedAt: new Date(registeredAt).toISOString(), scopes, store: storeDirectory },
      () =>
        table(
          [
            ["client", clientId],
            ["scopes", scopes.join(" ") || "not reported"],
            ["stored", storeDirectory]
          ],
          output.columns
        )
    )
    output.say(
      registered
        ? `Registered with ${origin}.`
        : `Registered already on ${localMinute(registeredAt)}; nothing was sent. \`--again\` would sign every viewer of this device out.`
    )
  })
).pipe(
  Command.withDescription(
    "Registers this device with the software statement, once, and checks the credentials by requesting an access token. A device that is registered already keeps its credentials and sends nothing."
  ),
  Command.withShortDescription("register this device, once")
)

/** Returns the credentials in the store, or `undefined` if there are none or they cannot be read. */
export const storedCredentials = ({ credentials }: Connection) =>
  Effect.map(Effect.mapError(credentials.loadCredentials, failureOfThrown), (loaded) =>
    loaded._tag === "Found" ? loaded.value : undefined
  )

/** Asks the user to confirm. Fails with exit code 7 if there is no terminal, or the reply is not yes. */
const confirm = Effect.fnUntraced(function* (question: string) {
  const { stdin, stderr } = yield* Host
  const { json, noInput } = yield* root
  if (json || noInput || !stdin.isTerminal || !stderr.isTerminal) {
    return yield* notConfirmed("Registering again signs every viewer of this device out, and was not confirmed.")
  }
  const reply = yield* attempt((signal) => stdin.ask(`${question} [y/N] `, signal))
  if (!/^y(es)?$/i.test(reply.trim())) return yield* notConfirmed("Nothing was changed.")
})

const notConfirmed = (message: string): CommandFailure =>
  new CommandFailure({ ending: "notConfirmed", code: "not-confirmed", message, hint: "Confirm it with --yes." })
