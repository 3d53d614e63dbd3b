import type { DeviceSteps, PollResult } from "@tve-pass/entitlement/steps"
import * as Effect from "effect/Effect"
import { attempt } from "../connection/connect.ts"
import { clockTime, countdown } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import type { WaitingCode } from "./show-code.ts"

/**
 * Polls a code immediately and then at an interval, until the viewer has signed in or the code has ended. Network
 * failures and 429s do not end it.
 */
export const waitForSignIn = Effect.fnUntraced(function* (steps: DeviceSteps, waiting: WaitingCode, seconds: number) {
  const output = yield* Output
  const { code, endsAt = Number.POSITIVE_INFINITY } = waiting
  let count = 0
  if (output.screen === undefined) {
    const until = waiting.endsAt === undefined ? "" : ` until ${clockTime(endsAt)}`
    output.say(`Waiting for the sign-in; asking every ${seconds} s${until} …`)
  }

  const looking = Effect.gen(function* () {
    for (;;) {
      const poll: PollResult = yield* attempt((signal) => steps.pollOnce(code, { signal }))
      if (poll.kind === "signed-in" || poll.kind === "ended") return poll
      if (poll.kind === "waiting") {
        count += 1
        output.event({ type: "poll", count, secondsLeft: secondsLeft(endsAt) })
      }
      // A `retryAfter` above the usual five seconds means that the device is throttled.
      const pause = poll.kind === "waiting" && poll.retryAfter <= 5_000 ? seconds * 1000 : poll.retryAfter
      // Polls at the end of the code at the latest. The end of a resumed code is by the clock of the server, and may be past here.
      const left = endsAt - Date.now()
      yield* Effect.sleep(left > 0 ? Math.min(pause, left) : pause)
    }
  })
  const ticking = Effect.gen(function* () {
    const left = Number.isFinite(endsAt) ? ` ${countdown(endsAt - Date.now())} left,` : ""
    output.status(`Waiting …${left} asked ${count} ${count === 1 ? "time" : "times"}`)
    yield* Effect.sleep(1_000)
  }).pipe(Effect.forever)

  return yield* Effect.raceFirst(looking, ticking)
})

const secondsLeft = (endsAt: number): number | undefined =>
  Number.isFinite(endsAt) ? Math.max(0, Math.round((endsAt - Date.now()) / 1000)) : undefined
