import { describe, expect, it } from "vitest"
import type { TabPlatform } from "../../src/storage/browser-tabs.ts"
import { cablevision, entitlementOver, network, spectrum } from "../support/entitlement-under-test.ts"
import { shownBy } from "../support/shown-by.ts"

/** The storage of an origin, and what its tabs have: Web Locks and channels, as small as they can be. */
const browser = () => {
  const texts = new Map<string, string>()
  /** What the storage refuses: `setItem` where its quota is full, both where the browser blocks it. */
  const refused = new Set<"getItem" | "setItem">()
  const storageOf = (tab: { isClosed: boolean }) => ({
    getItem: (key: string) => {
      if (refused.has("getItem")) throw new DOMException("The operation is insecure.", "SecurityError")
      return texts.get(key) ?? null
    },
    setItem: (key: string, text: string) => {
      if (refused.has("setItem")) throw new DOMException("The quota is full.", "QuotaExceededError")
      if (!tab.isClosed) texts.set(key, text)
    },
    removeItem: (key: string) => {
      if (!tab.isClosed) texts.delete(key)
    }
  })
  const channels = new Set<Channel>()
  class Channel extends EventTarget {
    constructor() {
      super()
      channels.add(this)
    }
    postMessage() {
      // A channel never reaches itself.
      for (const channel of channels) {
        if (channel !== this) queueMicrotask(() => channel.dispatchEvent(new Event("message")))
      }
    }
    close() {
      channels.delete(this)
    }
  }
  const waiting: Array<{ readonly grant: () => void; readonly signal: AbortSignal | undefined }> = []
  let held = false
  const release = () => {
    held = false
    const next = waiting.shift()
    if (next === undefined) return
    if (next.signal?.aborted === true) return release()
    next.grant()
  }
  const request = async (
    _name: string,
    options: { readonly ifAvailable?: boolean; readonly signal?: AbortSignal },
    callback: (lock: object | null) => Promise<void> | undefined
  ): Promise<void> => {
    if (held && options.ifAvailable === true) return void callback(null)
    if (held) await new Promise<void>((grant) => waiting.push({ grant, signal: options.signal }))
    held = true
    await callback({})
    release()
  }
  // Boundary: no more of the platform than this package uses.
  const platform = { BroadcastChannel: Channel, locks: { request } } as unknown as TabPlatform
  return { storageOf, platform, refused }
}

const tabs = (count: number) => {
  const over = network()
  const { storageOf, platform, refused } = browser()
  const open = () => {
    const tab = { isClosed: false }
    const { entitlement } = entitlementOver(over, { storage: () => storageOf(tab) }, { tabs: platform })
    /** Closes the tab as a browser does: nothing that it still wants to store is stored. */
    const close = () => {
      tab.isClosed = true
      return entitlement.dispose()
    }
    return { ...entitlement, close }
  }
  const signIn = async (tab: ReturnType<typeof open>, mvpd = cablevision) => {
    const signingIn = tab.signInWithCode({ mvpd })
    await over.clock.settle()
    over.simulator.mvpd.signIn(shownBy(signingIn).code)
    await over.clock.finish(signingIn.result)
    await over.clock.settle()
  }
  return { ...over, tabs: Array.from({ length: count }, open), signIn, refused }
}

describe("five tabs", () => {
  it("create one session, poll it once at a time, and are all signed in", async () => {
    const { tabs: opened, clock, simulator, count } = tabs(5)
    const signIns = opened.map((tab) => tab.signInWithCode({ mvpd: cablevision }))
    await clock.advance(20_000)
    expect(new Set(signIns.map((signIn) => shownBy(signIn).code)).size).toBe(1)
    expect(count("createAuthenticationSession")).toBe(1)
    expect(count("retrieveProfileForCode")).toBe(5)
    simulator.mvpd.signIn(shownBy(signIns[0]).code)
    for (const signIn of signIns) expect(await clock.finish(signIn.result)).toMatchObject({ kind: "signed-in" })
    expect(count("retrieveProfileForCode")).toBe(6)
    expect(opened.map((tab) => tab.state.getSnapshot().name)).toEqual(Array.from({ length: 5 }, () => "signed-in"))
    simulator.journal.expectNoViolations()
  })

  it("go on where the tab that polls is closed, with the same code", async () => {
    const { tabs: opened, clock, simulator, count } = tabs(3)
    const signIns = opened.map((tab) => tab.signInWithCode({ mvpd: cablevision }))
    await clock.advance(10_000)
    const polls = count("retrieveProfileForCode")
    const { code } = shownBy(signIns[1])
    await opened[0]?.close()
    await clock.advance(10_000)
    expect(count("retrieveProfileForCode")).toBe(polls + 2)
    simulator.mvpd.signIn(code)
    for (const signIn of signIns.slice(1)) {
      expect(await clock.finish(signIn.result)).toMatchObject({ kind: "signed-in" })
    }
    expect(count("createAuthenticationSession")).toBe(1)
  })

  it("end together when the viewer cancels in the one that polls", async () => {
    const { tabs: opened, clock, count } = tabs(3)
    const [first = expect.unreachable(), ...others] = opened.map((tab) => tab.signInWithCode({ mvpd: cablevision }))
    await clock.advance(10_000)
    const polls = count("retrieveProfileForCode")
    first.cancel()
    for (const signIn of [first, ...others]) expect(await clock.finish(signIn.result)).toEqual({ kind: "cancelled" })
    await clock.advance(60_000)
    expect(count("retrieveProfileForCode")).toBe(polls)
  })

  it("all show the new code that one of them asked for", async () => {
    const { tabs: opened, clock, simulator } = tabs(3)
    const signIns = opened.map((tab) => tab.signInWithCode({ mvpd: cablevision }))
    await clock.advance(10_000)
    const before = shownBy(signIns[0]).code
    signIns[2]?.renew()
    await clock.advance(10_000)
    const codes = new Set(signIns.map((signIn) => shownBy(signIn).code))
    expect(codes.size).toBe(1)
    expect(codes).not.toContain(before)
    const polled = simulator.journal.calls("retrieveProfileForCode").map((call) => call.pathParameters["code"])
    expect(polled.lastIndexOf(before)).toBeLessThan(polled.indexOf([...codes][0] ?? ""))
    for (const signIn of signIns) signIn.cancel()
  })

  it("all expire together", async () => {
    const { tabs: opened, clock, count } = tabs(3)
    const signIns = opened.map((tab) => tab.signInWithCode({ mvpd: cablevision }))
    for (const signIn of signIns) {
      expect(await clock.finish(signIn.result)).toEqual({ kind: "code-ended", why: "expired" })
    }
    expect(count("createAuthenticationSession")).toBe(1)
    expect(count("retrieveProfileForCode")).toBe(360)
  })
})

describe("two tabs", () => {
  it("are in step when the viewer signs in and out in one of them", async () => {
    const { tabs: opened, clock, simulator, count } = tabs(2)
    const [here = expect.unreachable(), there = expect.unreachable()] = opened
    await clock.finish(here.start())
    await clock.finish(there.start())
    const signIn = here.signInWithCode({ mvpd: cablevision })
    await clock.settle()
    simulator.mvpd.signIn(shownBy(signIn).code)
    await clock.finish(signIn.result)
    await clock.settle()
    expect(there.state.getSnapshot()).toMatchObject({ name: "signed-in", access: { mvpd: cablevision } })

    const lost: Array<string> = []
    there.on("access-lost", ({ why }) => lost.push(why))
    await clock.finish(here.signOut({ because: "the viewer asked" }))
    await clock.settle()
    expect(there.state.getSnapshot()).toEqual({ name: "signed-out", why: "elsewhere" })
    expect(lost).toEqual(["elsewhere"])
    expect(count("initiateLogout")).toBe(1)
  })
})

const twoTabs = async () => {
  const { tabs: opened, ...under } = tabs(2)
  const [here = expect.unreachable(), there = expect.unreachable()] = opened
  await under.clock.finish(here.start())
  await under.clock.finish(there.start())
  return { ...under, here, there }
}

describe("two tabs of a viewer who is signed in", () => {
  it.each(["getItem", "setItem"] as const)("sign no viewer out where the storage fails (%s)", async (method) => {
    const { here, there, signIn, clock, refused } = await twoTabs()
    if (method === "getItem") await signIn(here)
    refused.add(method)
    if (method === "setItem") await signIn(here)
    await clock.finish(there.start())
    await clock.settle()
    expect(here.state.getSnapshot()).toMatchObject({ name: "signed-in" })
  })

  it("are both signed in at the MVPD that the viewer changed to in one of them", async () => {
    const { here, there, signIn, clock, simulator, count } = await twoTabs()
    await signIn(here)
    await clock.finish(there.preauthorize(["news"]))
    await clock.advance(60_000)
    await signIn(here, spectrum)
    expect(there.state.getSnapshot()).toMatchObject({ name: "signed-in", access: { mvpd: spectrum } })
    simulator.mvpd.rule("Spectrum", { resource: "news", decision: "deny" })
    expect(await clock.finish(there.preauthorize(["news"]))).toMatchObject([{ kind: "deny" }])
    expect(count("retrievePreauthorizationDecisions")).toBe(2)
  })

  it("forget the permits of the earlier MVPD also where one has given up its own change", async () => {
    const { here, there, signIn, clock, simulator } = await twoTabs()
    await signIn(here)
    await clock.finish(there.preauthorize(["news"]))
    await clock.finish(there.signInHere({ mvpd: spectrum, open: async () => "closed" }))
    await clock.advance(60_000)
    await signIn(here, spectrum)
    expect(there.state.getSnapshot()).toMatchObject({ name: "signed-in", access: { mvpd: spectrum } })
    simulator.mvpd.rule("Spectrum", { resource: "news", decision: "deny" })
    expect(await clock.finish(there.preauthorize(["news"]))).toMatchObject([{ kind: "deny" }])
  })

  it("end together, without the earlier access, when the viewer gives up a change of the MVPD", async () => {
    const { here, there, signIn, clock } = await twoTabs()
    await signIn(here)
    const [first, second] = [here.signInWithCode({ mvpd: spectrum }), there.signInWithCode({ mvpd: spectrum })]
    await clock.advance(10_000)
    expect(shownBy(second).code).toBe(shownBy(first).code)
    first.cancel()
    expect(await clock.finish(second.result)).toEqual({ kind: "cancelled" })
  })

  it("need no other code where the server says that the viewer is signed in", async () => {
    const { here, there, clock, simulator } = await twoTabs()
    const [first, second] = [here.signInWithCode({ mvpd: cablevision }), there.signInWithCode({ mvpd: cablevision })]
    await clock.advance(10_000)
    simulator.degrade({ mvpd: "Cablevision", rule: "AuthNAll" })
    second.renew()
    expect(await clock.finish(second.result)).toMatchObject({ kind: "signed-in", access: { kind: "degraded" } })
    first.cancel()
  })
})

describe("a tab whose channel throws", () => {
  const store = new Map<string, string>()
  const storage = () => ({
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, json: string) => void store.set(key, json),
    removeItem: (key: string) => void store.delete(key)
  })
  const openWith = (channel: unknown) => {
    const over = network()
    // Boundary: no more of the platform than this package uses.
    const platform = { BroadcastChannel: channel } as TabPlatform
    return { ...over, ...entitlementOver(over, { storage }, { tabs: platform }) }
  }

  it("works on its own, as where the browser blocks storage", async () => {
    const { entitlement, clock } = openWith(
      class extends EventTarget {
        constructor() {
          super()
          throw new DOMException("The operation is insecure.", "SecurityError")
        }
      }
    )
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
  })

  it("works on, as with a channel that is closed", async () => {
    const { entitlement, clock } = openWith(
      class extends EventTarget {
        postMessage() {
          throw new DOMException("Channel is closed.", "InvalidStateError")
        }
      }
    )
    expect(await clock.finish(entitlement.start())).toEqual({ kind: "signed-out" })
  })
})
