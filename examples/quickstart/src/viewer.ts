import type { SimulatorCore } from "@tve-pass/testing/simulator"
import { type AdobePassOptions, createAdobePass } from "@tve-pass/auth/promise"
import { authenticationUrl } from "@tve-pass/client/rest-v2"
import { createEntitlement, type Entitlement, type EntitlementOptions } from "@tve-pass/entitlement/promise"
import { SettingsError } from "./settings.ts"

/** The result of the viewer's visit: a first start with a sign-in, and a second start without one. */
export interface Visit {
  readonly first: {
    readonly started: string
    readonly mvpd: string
    /** The result of the sign-in by code. */
    readonly signIn: string
    readonly catalogue: ReadonlyArray<{ readonly resource: string; readonly decision: string }>
    readonly playback: string
  }
  readonly second: { readonly started: string; readonly playback: string; readonly signOut: ReadonlyArray<string> }
}

/** Options of the visit. */
export interface VisitOptions {
  readonly serviceProvider: string
  readonly domainName: string
  /** The MVPD to sign in with. Default: the first of the list. */
  readonly mvpd?: string | undefined
  /** Lets the viewer sign in: the viewer of the simulator, or a person at the address. */
  readonly enterCode: (code: string, address: string) => void
}

const resources = ["news", "sports", "movies", "kids", "music", "weather"]

/**
 * Runs the main flows of an application: sign-in by code, catalogue and playback; then a second start, playback and
 * sign-out.
 */
export async function visit(
  passOptions: AdobePassOptions,
  { serviceProvider, domainName, mvpd: wanted, enterCode }: VisitOptions
): Promise<Visit> {
  await using pass = createAdobePass(passOptions)
  const options: EntitlementOptions = {
    pass,
    serviceProvider,
    domainName,
    redirectUrl: `https://${domainName}/`,
    pollInterval: 3_000,
    ...(passOptions.storage === undefined ? {} : { storage: passOptions.storage })
  }
  const first = await firstStart(createEntitlement(options), wanted, (code) =>
    enterCode(code, authenticationUrl({ origin: pass.baseUrl, serviceProvider, code }))
  )
  return { first, second: await secondStart(createEntitlement(options)) }
}

async function firstStart(
  entitlement: Entitlement,
  wanted: string | undefined,
  enterCode: (code: string) => void
): Promise<Visit["first"]> {
  const started = await entitlement.start()
  const mvpds = await entitlement.mvpds()
  const mvpd = wanted === undefined ? mvpds[0] : mvpds.find(({ id }) => id === wanted)
  if (mvpd === undefined) throw new SettingsError("Set ADOBE_PASS_MVPD to the id of an MVPD of the configuration.")
  const signIn = entitlement.signInWithCode({ mvpd })
  for await (const step of signIn) if (step.step === "showing-code" && step.polls === 0) enterCode(step.code)
  const result = await signIn.result
  const catalogue = await entitlement.preauthorize(resources)
  const decision = await entitlement.authorize("news")
  // The token goes to the application's backend, which verifies it and starts the stream.
  if (decision.kind === "permit") await decision.playback.redeem((token) => Promise.resolve(token.length))
  await entitlement.dispose()
  return {
    started: started.kind,
    mvpd: mvpd.displayName,
    signIn: result.kind,
    catalogue: catalogue.map(({ resource, kind }) => ({ resource, decision: kind })),
    playback: decision.kind
  }
}

async function secondStart(entitlement: Entitlement): Promise<Visit["second"]> {
  const started = await entitlement.start()
  const decision = await entitlement.authorize("news")
  const steps = await entitlement.signOut({ because: "the viewer asked" })
  await entitlement.dispose()
  return { started: started.kind, playback: decision.kind, signOut: steps.map(({ kind }) => kind) }
}

/** Signs the simulator's viewer in automatically, after the code was shown. */
export const signsInByItself =
  (simulator: SimulatorCore) =>
  (code: string): void => {
    setTimeout(() => simulator.mvpd.signIn(code), 500)
  }
