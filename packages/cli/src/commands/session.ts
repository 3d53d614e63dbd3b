import { readSessionDetails } from "@tve-pass/client/rest-v2"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt, call, connect, withinTimeout } from "../connection/connect.ts"
import { duration } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { serviceProviderOf } from "../settings/required-settings.ts"

export const session = Command.make(
  "session",
  { code: Argument.String("code").pipe(Argument.withDescription("the code that the streaming device shows")) },
  Effect.fnUntraced(function* ({ code }) {
    const output = yield* Output
    const connection = yield* connect
    const serviceProvider = yield* attempt(async () => serviceProviderOf(connection.settings))
    const path = { serviceProvider, code: code.trim().toUpperCase() }
    const details = readSessionDetails(
      yield* withinTimeout(
        connection,
        call((signal) =>
          connection.restV2.GET("/api/v2/{serviceProvider}/sessions/{code}", { params: { path }, signal })
        )
      )
    )
    const { existingParameters, missingParameters, device, notAfter } = details
    output.result(details, () =>
      table(
        [
          ...Object.entries(existingParameters).map(([name, value]) => [name, String(value)]),
          ["missing", missingParameters.join(", ") || "nothing"],
          ["device", [device.model, device.type, device.operatingSystem?.name].filter(Boolean).join(", ") || "unknown"],
          ...(notAfter === undefined ? [] : [["valid for", duration(notAfter - Date.now())]])
        ],
        output.columns
      )
    )
  })
).pipe(
  Command.withDescription(
    "Shows what the second screen learns about a code: the device, the MVPD, and what is still missing."
  ),
  Command.withShortDescription("show what a sign-in code knows")
)
