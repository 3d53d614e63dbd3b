import { authenticationUrl } from "@tve-pass/client/rest-v2"
import type { CodeSignIn, ShowingCode, SignInResult } from "@tve-pass/entitlement/promise"
import * as Effect from "effect/Effect"
import { failureOfThrown } from "../failure/failure-of.ts"
import { Host } from "../host/host.ts"
import { clockTime, countdown, duration } from "../output/moment.ts"
import { Output } from "../output/output.ts"
import type { Flows } from "./flows.ts"
import { qrCode } from "./qr-code.ts"

/** How the waiting ended; `action-required` with `--no-wait`. */
export type Waiting =
  | SignInResult
  | { readonly kind: "action-required"; readonly code: string; readonly url: string; readonly notAfter: number }

/** How a code is shown. */
export interface WaitingOptions {
  readonly every: number
  readonly open: boolean
  readonly noQr: boolean
  readonly noWait?: boolean
}

/** Shows the code of a running sign-in and what it waits for, until it ends or is interrupted. */
export const waitForCode = Effect.fnUntraced(function* (flows: Flows, running: CodeSignIn, options: WaitingOptions) {
  const output = yield* Output
  const { openAddress } = yield* Host
  let shown: ShowingCode | undefined

  const urlOf = ({ code }: ShowingCode) => authenticationUrl({ ...flows, code })
  const follow = async (): Promise<Waiting> => {
    for await (const step of running) {
      if (step.step === "ended") return step.result
      if (step.step === "failed") throw step.error
      if (step.step !== "showing-code") continue
      if (step.code !== shown?.code) {
        const url = urlOf(step)
        showCode(step, url, options, output)
        if (options.open) await openAddress(url).catch(() => output.say("No browser could be opened."))
        if (options.noWait === true) {
          flows.leave(running)
          return { kind: "action-required", code: step.code, url, notAfter: step.endsAt }
        }
        if (output.screen === undefined) {
          output.say(`Waiting for the sign-in; asking every ${options.every} s until ${clockTime(step.endsAt)} …`)
        }
      } else if (step.polls !== shown.polls) {
        output.event({ type: "poll", count: step.polls, secondsLeft: secondsLeft(step) })
      }
      shown = step
      output.status(waitingText(step))
    }
    return running.result
  }
  // The steps come with each poll; the time that is left changes every second.
  const ticking = Effect.gen(function* () {
    yield* Effect.sleep(1_000)
    if (shown !== undefined) output.status(waitingText(shown))
  }).pipe(Effect.forever)

  const interrupted = Effect.sync(() => {
    flows.leave(running)
    output.event({ type: "result", kind: "cancelled", code: shown?.code, notAfter: shown?.endsAt })
    output.say(
      shown === undefined
        ? "Stopped before there was a code."
        : `Stopped. The code ${shown.code} stays valid until ${clockTime(shown.endsAt)}; \`tve-pass sign-in resume ${shown.code}\` goes on waiting.`
    )
  })
  return yield* Effect.tryPromise({ try: follow, catch: failureOfThrown }).pipe(
    Effect.raceFirst(ticking),
    Effect.onInterrupt(() => interrupted)
  )
})

const secondsLeft = ({ endsAt }: ShowingCode): number => Math.max(0, Math.round((endsAt - Date.now()) / 1000))

const waitingText = (step: ShowingCode): string => {
  const paused = { throttle: ", throttled", network: ", no response" }
  const state = step.pausedBy === undefined ? "" : paused[step.pausedBy]
  return `Waiting for the sign-in … ${countdown(step.endsAt - Date.now())} left, asked ${step.polls} ${step.polls === 1 ? "time" : "times"}${state}`
}

/** Shows the code always; the address and its QR code where they lead to a login. */
const showCode = (step: ShowingCode, url: string, { noQr }: WaitingOptions, output: Output): void => {
  const { code, endsAt, missing } = step
  const { style, screen } = output
  output.event({ type: "code", code, url, notAfter: endsAt })
  if (missing.length > 0) {
    output.say(`Enter the code on your activation page, which has to supply: ${missing.join(", ")}.`)
  } else {
    output.say("On a phone or computer, scan this or open")
    output.show(`  ${style("underline", url)}`)
    const qr = noQr || screen === undefined ? undefined : qrCode(url, screen)
    if (qr !== undefined) output.show(qr)
  }
  output.say(`Code  ${style("bold", code)}  valid for ${duration(endsAt - Date.now())}`)
}
