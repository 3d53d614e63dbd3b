import { ApiFailure, callOperation, makeApplication, makeCredentialStore } from "@tve-pass/auth"
import { directoryStore } from "@tve-pass/auth/file"
import { createAdobePass } from "@tve-pass/auth/promise"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import { deviceIdentifier, deviceInfo } from "./device.ts"
import * as Effect from "effect/Effect"
import { CommandFailure } from "../failure/command-failure.ts"
import { failureOfResponse, failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { Output } from "../output/output.ts"
import { root } from "../root.ts"
import { currentSettings } from "../settings/current-settings.ts"
import { deviceInfoOf, readSoftwareStatement, serverOf, storeDirectoryOf } from "../settings/required-settings.ts"
import { verboseFetch } from "./verbose-fetch.ts"

/**
 * Connects to the server of the settings as the device of the settings. Sends nothing by itself. The connection ends
 * with the scope of the command.
 */
export const connect = Effect.gen(function* () {
  const host = yield* Host
  const output = yield* Output
  const { as } = yield* root
  const settings = yield* currentSettings
  const { device, softwareStatement, server, storeDirectory, store } = yield* Effect.tryPromise({
    try: async () => {
      const server = serverOf(settings)
      const storeDirectory = storeDirectoryOf(settings, as, host)
      const store = directoryStore(storeDirectory)
      return {
        server,
        storeDirectory,
        store,
        softwareStatement: await readSoftwareStatement(settings, host),
        device: {
          identifier: settings.device?.value ?? (await deviceIdentifier(store)),
          info: deviceInfoOf(settings) ?? deviceInfo()
        }
      }
    },
    catch: failureOfThrown
  })
  const { resolved: origin, ...destination } = server
  const options = {
    ...destination,
    softwareStatement,
    device,
    storage: store,
    fetch: verboseFetch(host, output)
  }
  const application = yield* Effect.mapError(Effect.fromResult(makeApplication(options)), failureOfThrown)
  const pass = yield* Effect.acquireRelease(
    Effect.sync(() => createAdobePass(options)),
    ({ dispose }) => Effect.promise(dispose)
  )
  let throttledUntil: number | undefined
  pass.on("request-throttled", ({ hold }) => {
    throttledUntil = performance.now() + hold
    output.status(`Throttled by Adobe Pass; waiting ${Math.ceil(hold / 1000)} s …`)
  })
  pass.on("call-retried", ({ delay }) => output.status(`No response; trying again in ${Math.ceil(delay / 1000)} s …`))
  return {
    origin,
    settings,
    device,
    application,
    storeDirectory,
    store,
    credentials: makeCredentialStore(store, application.key),
    pass,
    restV2: createRestV2Client(pass),
    isThrottled: () => throttledUntil !== undefined && performance.now() < throttledUntil + 1_000
  }
})

/** A connection of one command. */
export type Connection = Effect.Success<typeof connect>

/** Calls an operation of the REST client. Succeeds with its data, or fails the command. */
export const call = <Operation>(operation: Parameters<typeof callOperation<Operation>>[0]) =>
  Effect.mapError(callOperation<Operation>(operation), (error) =>
    error instanceof ApiFailure ? failureOfResponse(error.failure) : failureOfThrown(error)
  )

/** Runs a promise of a facade. Its rejection fails the command. */
export const attempt = <Value>(run: (signal: AbortSignal) => Promise<Value>) =>
  Effect.tryPromise({ try: run, catch: failureOfThrown })

/** Fails a command that takes longer than `--timeout`. The failure is `throttled` if the throttle is the reason. */
export const withinTimeout = <Value, Error, Requirements>(
  connection: Pick<Connection, "isThrottled">,
  effect: Effect.Effect<Value, Error, Requirements>
) =>
  Effect.gen(function* () {
    const { timeout } = yield* root
    return yield* Effect.timeoutOrElse(effect, {
      duration: timeout * 1000,
      orElse: () =>
        Effect.fail(
          connection.isThrottled()
            ? new CommandFailure({
                ending: "throttled",
                code: "throttled",
                message: `Adobe Pass throttled this device for more than ${timeout} s.`,
                hint: "Wait a moment, or allow more with --timeout."
              })
            : new CommandFailure({
                ending: "failed",
                code: "timeout",
                message: `The command did not finish within ${timeout} s.`,
                hint: "Check the network, or allow more with --timeout."
              })
        )
    })
  })
