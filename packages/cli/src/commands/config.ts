import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { table } from "../output/table.ts"
import { root } from "../root.ts"
import { configurationFileName } from "../settings/configuration-file.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { definitions, settingNames } from "../settings/definitions.ts"
import { storeDirectoryOf } from "../settings/required-settings.ts"

export const config = Command.make(
  "config",
  {},
  Effect.fnUntraced(function* () {
    const output = yield* Output
    const host = yield* Host
    const { as } = yield* root
    const settings = yield* currentSettings
    const directory = yield* Effect.try({ try: () => storeDirectoryOf(settings, as, host), catch: failureOfThrown })
    const rows = settingNames.map((name) => {
      const setting = settings[name]
      if (name === "store") return { name, value: directory, source: setting?.source ?? "default" }
      if (setting === undefined) return { name, value: undefined, source: undefined }
      return { name, value: "secret" in definitions[name] ? "(set)" : setting.value, source: setting.source }
    })
    output.result(
      Object.fromEntries(rows.map(({ name, value, source }) => [name, value === undefined ? null : { value, source }])),
      () =>
        table(
          rows
            .filter(({ value }) => value !== undefined)
            .map(({ name, value = "", source = "" }) => [name, value, source]),
          output.columns,
          ["SETTING", "VALUE", "FROM"]
        )
    )
    const unset = rows.filter(({ value }) => value === undefined).map(({ name }) => name)
    if (unset.length > 0) output.say(`Not set: ${unset.join(", ")}.`)
  })
).pipe(
  Command.withDescription(
    `Shows each setting and where it comes from. A flag goes before an environment variable, and that before ${configurationFileName} in this folder or one above. Secrets are not shown.`
  ),
  Command.withShortDescription("show the settings and where they come from")
)
