import * as Effect from "effect/Effect"
import { failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { root } from "../root.ts"
import { readConfigurationFile } from "./configuration-file.ts"
import { resolveSettings } from "./resolve-settings.ts"

/** The settings of the running command, from its flags, the environment and `.tve-pass.json`. */
export const currentSettings = Effect.gen(function* () {
  const { statement, ...flags } = yield* root
  const { directory, variables } = yield* Host
  return yield* Effect.tryPromise({
    try: async () =>
      resolveSettings({
        flags: { ...flags, softwareStatementFile: statement },
        variables,
        file: await readConfigurationFile(directory)
      }),
    catch: failureOfThrown
  })
})
