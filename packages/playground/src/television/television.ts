import {
  viewerMessage,
  type Access,
  type CodeSignIn,
  type PlaybackDecision,
  type ReadableStore,
  type SelectableMvpd,
  type SignInResult,
  type StartResult
} from "@tve-pass/entitlement/promise"
import { signInWithPartner } from "@tve-pass/entitlement/single-sign-on"
import { temporaryAccess, type TemporaryAccess } from "@tve-pass/entitlement/temporary-access"
import type { Application } from "./application.ts"
import type { RecordedStep } from "../recording/recorded-step.ts"
import { catalogue } from "./catalogue.ts"
import { previews } from "./previews.ts"
import type { Screen, Tile } from "./screen.ts"
import { recordSeen, seenPlayback, seenSignIn, seenStart } from "./seen.ts"
import { wordsOf } from "./words.ts"

/** The television application: its screens and the actions of its buttons. */
export interface Television {
  readonly screen: ReadableStore<Screen>
  readonly start: () => void
  readonly signInWithCode: (mvpd?: SelectableMvpd) => void
  readonly signInHere: (mvpd: SelectableMvpd) => void
  readonly signInWithPartner: () => void
  readonly selectProvider: () => void
  readonly showProvider: (mvpd: SelectableMvpd) => void
  readonly chooseProfile: (mvpd: string) => void
  readonly play: (resource: string) => void
  readonly preview: (kind: "basic" | "promotional") => void
  readonly refreshProfile: () => void
  readonly signOut: () => void
  /** The television's browser has reached `redirectUrl`. */
  readonly redirectReached: () => void
  /** The key Back, and buttons that mean the same. */
  readonly back: () => void
}

/**
 * Creates the television over an application.
 *
 * @param record Receives each action of the viewer with its result.
 */
export const createTelevision = ({ entitlement }: Application, record: (step: RecordedStep) => void): Television => {
  let current: Screen = { name: "busy", doing: "Starting" }
  const listeners = new Set<() => void>()
  let access: Access | undefined
  let tiles: ReadonlyArray<Tile> = []
  let start: StartResult | undefined
  let userAgent: ((how: "reached" | "closed") => void) | undefined
  let stopWatching = new AbortController()

  const show = (screen: Screen) => {
    current = screen
    listeners.forEach((listener) => listener())
  }
  /** Runs what a button does; an unexpected failure becomes a screen. */
  const run = (doing: string, action: () => Promise<void>) => {
    show({ name: "busy", doing })
    action().catch((failure: unknown) => show({ name: "problem", message: viewerMessage(failure) }))
  }
  const showHome = (notice?: string, remembered?: string) =>
    show({
      name: "home",
      ...(notice === undefined ? {} : { notice }),
      ...(remembered === undefined ? {} : { remembered })
    })
  const showCatalogue = (of: Access, notice?: string) =>
    show({ name: "catalogue", access: of, decisions: tiles, ...(notice === undefined ? {} : { notice }) })

  const enter = async (of: Access) => {
    access = of
    tiles = catalogue.map((entry) => ({ ...entry, kind: "asking" }))
    showCatalogue(of)
    const resources = catalogue.map(({ resource }) => resource)
    const decisions = await recordSeen(
      record,
      entitlement.preauthorize(resources),
      (decided) => decided.map(({ kind }) => kind),
      (seen) => ({ kind: "decide-catalogue", resources, seen })
    )
    tiles = catalogue.map((entry, index) => ({ ...entry, kind: decisions[index]?.kind ?? "undecided" }))
    if (current.name === "catalogue") showCatalogue(of)
  }

  const finish = async (result: SignInResult) => {
    if (result.kind === "signed-in") return enter(result.access)
    showHome(wordsOf(result))
  }

  const followCode = async (signIn: CodeSignIn) => {
    show({ name: "code", signIn })
    const result = await recordSeen(record, signIn.result, seenSignIn, (seen) => ({ kind: "code-sign-in-ended", seen }))
    if (current.name === "code" && current.signIn === signIn) await finish(result)
  }

  const openUserAgent = (title: string, href: string, signal?: AbortSignal) =>
    new Promise<"reached" | "closed">((resolve) => {
      userAgent = (how) => {
        userAgent = undefined
        show({ name: "busy", doing: "One moment" })
        resolve(how)
      }
      signal?.addEventListener("abort", () => userAgent?.("closed"), { once: true })
      show({ name: "user-agent", title, href })
    })

  const showDecision = async (resource: string, decision: PlaybackDecision, trial?: TemporaryAccess) => {
    const isPreview = trial !== undefined
    if (decision.kind === "permit") {
      const { playback } = decision
      // A backend verifies the token; here nothing more is needed.
      await playback.redeem(async () => {})
      show({ name: "player", resource, mvpd: playback.mvpd, isPreview })
      if (trial !== undefined) watchPreview(trial)
      return
    }
    if (decision.kind === "sign-in-again") {
      access = undefined
      return showHome("Please sign in again.", decision.remembered?.displayName)
    }
    show({ name: "denied", resource, message: wordsOf(decision), isPreview })
  }

  const watchPreview = (trial: TemporaryAccess) => {
    stopWatching.abort()
    stopWatching = new AbortController()
    const { signal } = stopWatching
    // Rejects when the viewer stops watching: nothing to do then.
    trial.ended({ signal }).then(endPreview, () => undefined)
  }
  const endPreview = () => {
    if (current.name === "player" && current.isPreview) showHome("The preview has ended. Sign in to watch on.")
  }

  const goHome = () => {
    stopWatching.abort()
    if (access !== undefined) showCatalogue(access)
    else showHome()
  }

  return {
    screen: {
      getSnapshot: () => current,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
    },
    start: () =>
      run("Looking for your sign-in", async () => {
        const interrupted = await entitlement.resume()
        if (interrupted !== undefined) {
          record({ kind: "start-application", seen: { kind: "sign-in-resumed" } })
          return followCode(interrupted)
        }
        start = await recordSeen(record, entitlement.start(), seenStart, (seen) => ({
          kind: "start-application",
          seen
        }))
        switch (start.kind) {
          case "signed-in":
            return enter(start.access)
          case "several-profiles":
            return show({ name: "profiles", choices: start.choices })
          case "signed-out":
            return showHome(undefined, start.remembered?.displayName)
        }
      }),
    chooseProfile: (mvpd) =>
      run("One moment", async () => {
        if (start?.kind !== "several-profiles") return
        record({ kind: "choose-profile", mvpd })
        await enter(start.choose(mvpd))
      }),
    signInWithCode: (mvpd) =>
      run("Requesting a code", () => {
        record({ kind: "sign-in-with-code", ...(mvpd === undefined ? {} : { mvpd: mvpd.id }) })
        return followCode(entitlement.signInWithCode({ mvpd }))
      }),
    signInHere: (mvpd) =>
      run("Opening the TV provider's page", async () => {
        let ended: "reached" | "closed" = "closed"
        const signIn = entitlement.signInHere({
          mvpd,
          open: async ({ href }, { signal }) =>
            (ended = await openUserAgent(`Sign in to ${mvpd.displayName}`, href, signal))
        })
        const result = await recordSeen(record, signIn, seenSignIn, (seen) => ({
          kind: "sign-in-here",
          mvpd: mvpd.id,
          does: seen.kind === "signed-in" ? "sign-in" : ended === "reached" ? "decline" : "close",
          seen
        }))
        await finish(result)
      }),
    signInWithPartner: () =>
      run("Asking the system's TV provider", async () => {
        const result = await signInWithPartner(entitlement)
        if (result.kind === "sign-in-otherwise")
          showHome(`The TV provider of the system cannot be used: ${result.because}.`)
        else await finish(result)
      }),
    selectProvider: () =>
      run("Loading the TV providers", async () => {
        const mvpds = await recordSeen(
          record,
          entitlement.mvpds(),
          (listed) => listed.map(({ id }) => id),
          (seen) => ({ kind: "list-mvpds", seen })
        )
        show({ name: "providers", mvpds })
      }),
    showProvider: (mvpd) => show({ name: "provider", mvpd }),
    play: (resource) =>
      run("One moment", async () => {
        const decision = await recordSeen(record, entitlement.authorize(resource), seenPlayback, (seen) => ({
          kind: "play",
          resource,
          seen
        }))
        await showDecision(resource, decision)
      }),
    preview: (pass) =>
      run("Starting the preview", async () => {
        const resource = "REF30"
        const trial = temporaryAccess(entitlement, previews[pass])
        const decision = await recordSeen(record, trial.authorize(resource), seenPlayback, (seen) => ({
          kind: "preview",
          pass,
          resource,
          seen
        }))
        await showDecision(resource, decision, trial)
      }),
    refreshProfile: () =>
      run("Reading your profile", async () => {
        const refreshed = await recordSeen(
          record,
          entitlement.refreshProfile(),
          (read) => (read === undefined ? {} : { mvpd: read.mvpd.id }),
          (seen) => ({ kind: "refresh-profile", seen })
        )
        if (refreshed === undefined) {
          access = undefined
          return showHome("Your sign-in has ended.")
        }
        access = refreshed
        showCatalogue(refreshed, "Your profile is up to date.")
      }),
    signOut: () =>
      run("Signing out", async () => {
        const steps = await recordSeen(
          record,
          entitlement.signOut({ because: "the viewer asked" }),
          (left) => left.map(({ mvpd, kind }) => ({ mvpd, kind })),
          (seen) => ({ kind: "sign-out", seen })
        )
        access = undefined
        for (const step of steps) {
          if (step.kind === "open") await openUserAgent(`Sign out of ${step.mvpd}`, step.address.href)
        }
        show({ name: "signed-out", steps })
      }),
    redirectReached: () => userAgent?.("reached"),
    back: () => {
      switch (current.name) {
        case "code": {
          const { signIn } = current
          record({ kind: "cancel-sign-in" })
          signIn.cancel()
          return
        }
        case "user-agent":
          return userAgent?.("closed")
        case "provider":
          return void run("Loading the TV providers", async () =>
            show({ name: "providers", mvpds: await entitlement.mvpds() })
          )
        case "busy":
        case "home":
        case "catalogue":
        case "profiles":
          return
        default:
          return goHome()
      }
    }
  }
}
