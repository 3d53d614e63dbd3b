import type { StoreSource } from "@tve-pass/auth"
import * as Effect from "effect/Effect"
import { makeEventSource } from "../events/event-source.ts"
import { singleTab, type Tabs } from "./tabs.ts"

/** The part of `navigator.locks` that is used. Not the type of the DOM library, which programs for Node lack. */
interface TabLocks {
  request(
    name: string,
    options: { readonly ifAvailable: true } | { readonly signal: AbortSignal },
    granted: (lock: unknown) => Promise<void>
  ): Promise<unknown>
}

/** The parts of the platform that are used. */
export interface TabPlatform {
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined
  readonly locks?: TabLocks | undefined
}

/**
 * Creates the {@link Tabs} of a storage. Only Web Storage is shared by tabs; a custom store gets {@link singleTab}.
 *
 * Messages between tabs say only "look again". Where the browser has no `BroadcastChannel`, its `storage` event says it; where it
 * has no Web Locks, each tab polls on its own.
 */
export const makeTabs = (
  storage: StoreSource | undefined,
  instanceKey: string,
  platform: TabPlatform = browserPlatform()
): Tabs => {
  if (storage === undefined || !(typeof storage === "function" || "getItem" in storage)) return singleTab
  const name = `tve-pass.${instanceKey}`
  const channel = platform.BroadcastChannel && new platform.BroadcastChannel(name)
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
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    announce: () => channel?.postMessage("look again"),
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

const browserPlatform = (): TabPlatform => ({
  BroadcastChannel: globalThis.BroadcastChannel,
  locks: globalThis.navigator?.locks
})

/** Succeeds with how to release the lock, or with `undefined` if it is not available. Interruption ends waiting. */
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
    // The browser refuses a signal together with `ifAvailable`.
    const request = options.ifAvailable === true ? ({ ifAvailable: true } as const) : { signal: abort.signal }
    locks.request(name, request, granted).catch(() => {
      // An opaque origin has no locks: the tab is on its own.
      if (isWanted) resume(Effect.succeed(() => {}))
    })
    return Effect.sync(() => {
      isWanted = false
      abort.abort()
    })
  })
