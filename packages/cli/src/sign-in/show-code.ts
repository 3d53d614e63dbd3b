import * as Effect from "effect/Effect"
import { clockTime, duration } from "../output/moment.ts"
import { Output, type Output as OutputService } from "../output/output.ts"
import { qrCode } from "./qr-code.ts"

/** A code that the viewer has to enter. */
export interface WaitingCode {
  readonly code: string
  readonly url: string
  /** When the code ends, in epoch milliseconds; absent if the server named no end. */
  readonly endsAt: number | undefined
  /** Parameters that the second screen has to supply. */
  readonly missing: ReadonlyArray<string>
}

/** Shows the code, and the address with its QR code if they lead to a login page. */
export const showCode = ({ code, url, endsAt, missing }: WaitingCode, withQr: boolean, output: OutputService): void => {
  const { style, screen } = output
  output.event({ type: "code", code, url, notAfter: endsAt })
  if (missing.length > 0) {
    output.say(`Enter the code on your activation page, which has to supply: ${missing.join(", ")}.`)
  } else {
    output.say("On a phone or computer, scan this or open")
    output.show(`  ${style("underline", url)}`)
    const qr = withQr && screen !== undefined ? qrCode(url, screen) : undefined
    if (qr !== undefined) output.show(qr)
  }
  output.say(
    `Code  ${style("bold", code)}${endsAt === undefined ? "" : `  valid for ${duration(endsAt - Date.now())}`}`
  )
}

/** Runs a sign-in, which reports its code when it shows it. After an interruption, writes which code remains valid. */
export const sayingFarewell = <Value, Error, Requirements>(
  run: (onShown: (waiting: WaitingCode) => void) => Effect.Effect<Value, Error, Requirements>
) =>
  Effect.suspend(() => {
    let shown: WaitingCode | undefined
    const farewell = Effect.map(Output, (output) => {
      output.event({ type: "result", kind: "cancelled", code: shown?.code, notAfter: shown?.endsAt })
      output.say(farewellText(shown))
    })
    return Effect.onInterrupt(
      run((waiting) => {
        shown = waiting
      }),
      () => farewell
    )
  })

const farewellText = (shown: WaitingCode | undefined): string => {
  if (shown === undefined) return "Stopped before there was a code."
  const until = shown.endsAt === undefined ? "" : ` until ${clockTime(shown.endsAt)}`
  return `Stopped. The code ${shown.code} stays valid${until}; \`tve-pass sign-in resume ${shown.code}\` continues to wait.`
}
