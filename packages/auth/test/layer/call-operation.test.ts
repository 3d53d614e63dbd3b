import { describe, expect, it } from "@effect/vitest"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { ApiFailure, AuthError } from "../../src/index.ts"
import { answer, FakeAdobePass, hang, json } from "../fake-server/fake-adobe-pass.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"
import { configuration, layerTo } from "./layer-under-test.ts"

const makeServer = () => new FakeAdobePass(new VirtualClock())
const requestor = { id: "REF30", name: "Reference", domains: [], mvpds: [{ id: "Cablevision" }] }

describe("callOperation", () => {
  it.effect("succeeds with the data of a documented success", () => {
    const server = makeServer()
    server.next("call", () => json(200, { requestor }))
    return Effect.gen(function* () {
      const data = yield* configuration
      expect(data.requestor.mvpds?.map(({ id }) => id)).toStrictEqual(["Cablevision"])
    }).pipe(Effect.provide(layerTo(server)))
  })

  it.effect("fails with an enhanced error as a value", () => {
    const server = makeServer()
    server.next("call", answer(400, { action: "none", status: 400, code: "invalid_parameter_service_provider" }))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(configuration)
      expect(error).toBeInstanceOf(ApiFailure)
      expect(error).toMatchObject({
        _tag: "ApiFailure",
        status: 400,
        failure: { _tag: "EnhancedError", code: "invalid_parameter_service_provider" }
      })
      expect(error.message).toMatch(/^Failed to call Adobe Pass: HTTP 400 invalid_parameter_service_provider\. ./)
    }).pipe(Effect.provide(layerTo(server)))
  })

  for (const [name, reply] of [
    ["HTML", answer(200, "<html></html>")],
    ["a gateway's status", answer(502, "<html></html>")]
  ] as const) {
    it.effect(`fails for ${name}`, () => {
      const server = makeServer()
      server.next("call", reply)
      return Effect.gen(function* () {
        expect((yield* Effect.flip(configuration))._tag).toBe("ApiFailure")
      }).pipe(Effect.provide(layerTo(server)))
    })
  }

  it.effect("fails with the error of the auth layer", () => {
    const server = makeServer()
    server.next("register", answer(400, { error: "invalid_software_statement" }))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(configuration)
      expect(error).toMatchObject({ _tag: "AuthError", code: "statement-rejected" })
    }).pipe(Effect.provide(layerTo(server)))
  })

  it.effect("a network failure is an AuthError by its transport", () => {
    const server = makeServer()
    server.next("call", () => Promise.reject(new TypeError("CANARY")))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(configuration)
      expect(error).toBeInstanceOf(AuthError)
      expect(error).toMatchObject({ reason: { _tag: "Transport", operation: "sendRequest" }, attempts: 1 })
    }).pipe(Effect.provide(layerTo(server)))
  })

  it.live("interruption aborts the request, and stays an interruption", () => {
    const server = makeServer()
    const arrived = Deferred.makeUnsafe<void>()
    server.next("call", (request) => {
      Deferred.doneUnsafe(arrived, Effect.void)
      return hang(request)
    })
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(configuration)
      yield* Deferred.await(arrived)
      const exit = yield* Effect.andThen(Fiber.interrupt(fiber), Fiber.await(fiber))
      expect(Exit.isFailure(exit) && Exit.hasInterrupts(exit)).toBe(true)
      expect(server.arrival(-1).request.signal.aborted).toBe(true)
    }).pipe(Effect.provide(layerTo(server)))
  })
})
