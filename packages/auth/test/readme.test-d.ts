/**
 * The code of README.md and of docs/auth.md, each block in a function of its own, so that the compiler checks it.
 * `readme.test.ts` holds the pages against it, blanks aside.
 */
import {
  AdobePass,
  afterDelays,
  Application,
  authEventsLayer,
  AuthorizedFetch,
  authorizedFetchLayer,
  callOperation,
  credentialStoreLayer,
  defaultAuthPolicy,
  makeApplication,
  onSchedule,
  registrationLayer,
  storeLayer,
  throttleLayer,
  tokenSourceLayer,
  type ApplicationOptions,
  type AuthError,
  type OwnStore,
  type StoreSource
} from "@tve-pass/auth"
import { createAdobePass, createDevicePool } from "@tve-pass/auth/promise"
import { storeConformance } from "@tve-pass/auth/store-conformance"
import type { DeviceInfo } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import { test } from "node:test"

declare const softwareStatement: string
declare const identifier: string
declare const info: DeviceInfo
declare const device: { readonly identifier: string; readonly info: DeviceInfo }
declare const options: ApplicationOptions
declare const storage: StoreSource
declare const myStore: () => StoreSource
declare const AsyncStorage: {
  readonly getItem: (key: string) => Promise<string | null>
  readonly setItem: (key: string, text: string) => Promise<void>
  readonly removeItem: (key: string) => Promise<void>
}
declare const waitUntil: (epochMilliseconds: number) => number

export const firstCall = async () => {
  const pass = createAdobePass({
    environment: "release-staging",
    softwareStatement, // the JWT from the TVE Dashboard
    device: {
      identifier,
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    },
    storage: () => localStorage
  })
  const restV2 = createRestV2Client(pass)
  const { data } = await restV2.GET("/api/v2/{serviceProvider}/configuration", {
    params: { path: { serviceProvider: "REF30" } }
  })
  return data
}

export const withEffect = () => {
  const program = Effect.gen(function* () {
    const restV2 = createRestV2Client(yield* AuthorizedFetch)
    return yield* callOperation((signal) =>
      restV2.GET("/api/v2/{serviceProvider}/configuration", { params: { path: { serviceProvider: "REF30" } }, signal })
    )
  }) // Effect<Configuration, AuthError | ApiFailure, AuthorizedFetch>
  return program.pipe(
    Effect.provide(AdobePass.layer({ environment: "release-staging", softwareStatement, device, storage }))
  )
}

export const manyDevices = async () => {
  const pool = createDevicePool({ environment: "release-production", softwareStatement, storage })
  const device = pool.device({ device: { identifier, info }, forwardedFor: "203.45.101.20" }) // for each request
  const response = await device.fetch("/api/v2/REF30/configuration")
  return response
}

export const ownStore = () => {
  const storage: OwnStore = {
    get: (key) => AsyncStorage.getItem(key),
    set: (key, text) => AsyncStorage.setItem(key, text),
    remove: (key) => AsyncStorage.removeItem(key)
  }
  return storage
}

export const conformance = () => {
  for (const { name, run } of storeConformance) {
    test(`the store ${name}`, () => run(() => myStore()))
  }
}

export const waiting = (program: Effect.Effect<string, AuthError>) => {
  const patient = program.pipe(
    Effect.catchReason("AuthError", "Throttled", ({ retryAt }) =>
      Effect.andThen(Effect.sleep(waitUntil(retryAt)), program)
    )
  )
  return patient
}

export const policies = () => {
  const hurried = { ...defaultAuthPolicy, dcrRetries: afterDelays(200, 400) }
  const patient = {
    ...defaultAuthPolicy,
    dcrRetries: onSchedule(Schedule.spaced("5 seconds").pipe(Schedule.upTo({ times: 10 })))
  }
  return [hurried, patient]
}

export const ownLayer = () => {
  const live = authorizedFetchLayer.pipe(
    Layer.provideMerge(tokenSourceLayer),
    Layer.provideMerge(registrationLayer),
    Layer.provideMerge(credentialStoreLayer),
    Layer.provideMerge(throttleLayer({ perSecond: 2 })),
    Layer.provideMerge(authEventsLayer),
    Layer.provideMerge(storeLayer(storage)),
    Layer.provideMerge(Layer.effect(Application, Effect.fromResult(makeApplication(options))))
  )
  return live satisfies Layer.Layer<AuthorizedFetch, AuthError>
}
