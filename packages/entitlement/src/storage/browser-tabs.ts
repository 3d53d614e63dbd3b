import type { StoreSource } from "@tve-pass/auth"
import * as Effect from "effect/Effect"
import { makeEventSource } from "../events/event-source.ts"
import { singleTab, type Tabs } from "./tabs.ts"

/** The part of `navigator.locks` that this package uses. Programs for Node lack the type of the DOM library. */
interface TabLocks {
  request(
    name: string,
    options: { readonly ifAvailable: true } | { readonly signal: AbortSignal },
    granted: (lock: unknown) => Promise<void>
  ): Promise<unknown>
}

/** The parts of the platform that {@link makeTabs} uses. */
export interface TabPlatform {
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined
  readonly locks?: TabLocks | undefined
}

/**
 * Creates the {@link Tabs} of a storage. Tabs share only Web Storage; a custom store gets {@link singleTab}.
 *
 * Messages between tabs contain no data. Browsers without `BroadcastChannel` use the `storage` event. Without Web
 * Locks, each tab polls separately.
 */
export const makeTabs = (
  storage: StoreSource | undefined,
  instanceKey: string,
  platform: TabPlatform = browserPlatform()
): Tabs => {
  if (storage === undefined || !(typeof storage === "function" || "getItem" in storage)) return singleTab
  const name = `tve-pass.${instanceKey}`
  const channel = openChannel(platform, name)
  // In Node, a channel would keep the process alive.
  if (channel !== undefined && "unref" in channel && typeof channel.unref === "function") channel.unref()
  const changes = makeEventSource<void>()
  const changed = () => changes.publish()
  const storageChanged = ({ key }: { readonly key: string | null }) => {
    if (key === null || key.includes(instanceKey)) changed()
  }
  channel?.addEventListener("message", changed)
  globalThis.addEventListener?.("storage", storageChanged)
  return {
    announce: () => {
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
        channel?.postMessage("look again")
      } catch {
        // The channel is closed after `dispose`. Flows that still run then inform no other tab.
      }
    },
    onChange: changes.subscribe,
    asPoller: ({ first, meanwhile, takeOver }) => {
      const { locks } = platform
      if (locks === undefined) return first
      const lockName = `tve-pass.sign-in.${instanceKey}`
      return Effect.flatMap(acquire(locks, lockName, { ifAvailable: true }), (release) =>
        release === undefined
          ? Effect.raceFirst(
              Effect.map(meanwhile, (result) => ({ result })),
              acquire(locks, lockName, {})
            ).pipe(
              Effect.flatMap((won) =>
                won !== undefined && "result" in won
                  ? Effect.succeed(won.result)
                  : Effect.ensuring(takeOver, Effect.sync(won ?? (() => {})))
              )
            )
          : Effect.ensuring(first, Effect.sync(release))
      )
    },
    close: () => {
      channel?.close()
      globalThis.removeEventListener?.("storage", storageChanged)
    }
  }
}

/** Opens the channel of the tabs. A browser that blocks storage throws a SecurityError: the tab is on its own. */
const openChannel = (platform: TabPlatform, name: string): BroadcastChannel | undefined => {
  try {
    return platform.BroadcastChannel && new platform.BroadcastChannel(name)
  } catch {
    return undefined
  }
}

const browserPlatform = (): TabPlatform => ({
  BroadcastChannel: globalThis.BroadcastChannel,
  locks: globalThis.navigator?.locks
})

/**
 * Acquires the lock. Succeeds with a function that releases it, or with `undefined` if it is not available. An
 * interruption ends the wait.
 */
const acquire = (
  locks: TabLocks,
  name: string,
  options: { readonly ifAvailable?: true }
): Effect.Effect<(() => void) | undefined> =>
  Effect.callback((resume) => {
    const abort = new AbortController()
    let isWanted = true
    const granted = async (lock: unknown): Promise<void> => {
      if (!isWanted) return
      if (lock === null) {
        resume(Effect.succeed(undefined))
        return
      }
      return new Promise<void>((release) => resume(Effect.succeed(release)))
    }
    // Browsers reject the combination of a signal and `ifAvailable`.
    const request = options.ifAvailable === true ? ({ ifAvailable: true } as const) : { signal: abort.signal }
    locks.request(name, request, granted).catch(() => {
      // An opaque origin has no locks, so the tab polls separately.
      if (isWanted) resume(Effect.succeed(() => {}))
    })
    return Effect.sync(() => {
      isWanted = false
      abort.abort()
    })
  })
