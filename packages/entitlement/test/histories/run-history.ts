import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import { connectEntitlement } from "../../src/promise/create-entitlement.ts"
import type { CodeSignIn } from "../../src/sign-in/code-sign-in.ts"
import { cablevision } from "../support/entitlement-under-test.ts"
import { VirtualClock } from "@tve-pass/virtual-clock"
import { ScriptedAdobePass } from "./scripted-adobe-pass.ts"
import type { Step } from "./step.ts"

/** Lives one history and returns every rule that was broken. */
export const runHistory = async (steps: ReadonlyArray<Step>): Promise<ReadonlyArray<string>> => {
  const clock = new VirtualClock({ turns: 1 })
  const adobePass = new ScriptedAdobePass(clock)
  let records = new Map<string, string>()
  const storage = {
    get: (key: string) => records.get(key),
    set: (key: string, json: string) => void records.set(key, json),
    remove: (key: string) => void records.delete(key)
  }
  const broken: Array<string> = []
  const open = new Set<string>()
  const wakes = new Set<() => void>()
  let signIn: CodeSignIn | undefined
  let promises = 0

  const launch = () =>
    connectEntitlement(
      {
        pass: adobePass.transport,
        serviceProvider: "REF30",
        domainName: "adobe.com",
        redirectUrl: "https://adobe.com/",
        storage,
        wake: (listener) => {
          wakes.add(listener)
          return () => void wakes.delete(listener)
        }
      },
      { services: Context.make(Clock.Clock, clock) }
    )
  let entitlement = launch()

  const watch = (what: string, promise: Promise<unknown>): void => {
    const name = `${what} ${promises++}`
    open.add(name)
    const settled = () => void open.delete(name)
    promise.then(settled, settled)
  }
  const follow = (started: CodeSignIn | undefined): void => {
    if (started === undefined) return
    signIn = started
    watch("sign-in", started.result)
  }
  const live = async (step: Step): Promise<void> => {
    switch (step.do) {
      case "sign-in-with-code":
        return follow(entitlement.signInWithCode({ mvpd: cablevision }))
      case "resume": {
        const resumed = entitlement.resume()
        watch("resume", resumed)
        return void resumed.then(follow, () => {})
      }
      case "cancel":
        return signIn?.cancel()
      case "renew":
        return signIn?.renew()
      case "show":
        for (const wake of wakes) wake()
        return
      case "reload": {
        // The page does not get to clean up: what is stored stays as it was.
        const stored = new Map(records)
        await entitlement.dispose()
        records = stored
        adobePass.reload()
        entitlement = launch()
        signIn = undefined
        return
      }
      case "start":
        return watch("start", entitlement.start())
      case "authorize":
        return watch("authorize", entitlement.authorize("news"))
      case "wait":
        return clock.advance(step.millis)
      case "set-clock":
        adobePass.clockSet(step.millis)
        return clock.setWallClock(step.millis)
      case "viewer-signs-in":
        return adobePass.viewerSignsIn()
      case "code-refused":
        return adobePass.refuseCode()
      case "credentials-replaced":
        return adobePass.replaceCredentials()
      case "network":
        return adobePass.fail(step.fault, step.times)
    }
  }

  for (const step of steps) {
    await live(step)
    await clock.settle()
  }
  // Everything that is running comes to its end.
  await clock.advance(60_000)
  const { polls } = adobePass
  await clock.advance(60_000)
  if (adobePass.polls > polls) broken.push("It never stops polling.")
  await entitlement.dispose()
  await clock.settle()
  if (open.size > 0) broken.push(`Promises stay open: ${[...open].join(", ")}`)
  if (clock.timers > 0) broken.push(`Timers are left: ${clock.timers}`)
  if (adobePass.logouts > 0) broken.push("It signed out by itself.")
  const { name } = entitlement.state.getSnapshot()
  if (name === "signing-in" || name === "starting") broken.push(`It ends in ${name}.`)
  return [...broken, ...adobePass.wrongPolls.map((poll) => `It polled ${poll}.`)]
}
