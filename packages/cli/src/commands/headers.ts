import { deviceIdentifierHeader, deviceInfoHeader } from "@tve-pass/client"
import { directoryStore } from "@tve-pass/auth/file"
import { deviceIdentifier, deviceInfo } from "../connection/device.ts"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { attempt } from "../connection/connect.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { root } from "../root.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { deviceInfoOf, storeDirectoryOf } from "../settings/required-settings.ts"

export const headers = Command.make(
  "headers",
  {},
  Effect.fnUntraced(function* () {
    const output = yield* Output
    const host = yield* Host
    const { as } = yield* root
    const settings = yield* currentSettings
    const values = yield* attempt(async () => {
      const store = directoryStore(storeDirectoryOf(settings, as, host))
      return {
        ...deviceIdentifierHeader(settings.device?.value ?? (await deviceIdentifier(store))),
        ...deviceInfoHeader(deviceInfoOf(settings) ?? deviceInfo())
      }
    })
    output.result(values, () =>
      Object.entries(values)
        .map(([name, value]) => `${name}: ${value}`)
        .join("\n")
    )
  })
).pipe(
  Command.withDescription(
    "Prints the headers that describe the device, one a line, for `curl --header @FILE`. The access token is not among them: `tve-pass token --show`."
  ),
  Command.withShortDescription("print the headers of the device, for curl"),
  Command.withExamples([{ command: "tve-pass headers > headers.txt" }])
)
