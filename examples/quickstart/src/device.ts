import { randomUUID } from "node:crypto"
import { arch, platform, release, type } from "node:os"
import type { directoryStore } from "@tve-pass/auth/file"
import type { DeviceInfo } from "@tve-pass/client"
import * as Effect from "effect/Effect"

/** The record of the store that holds the identifier. */
export const deviceIdentifierKey = "device-identifier"

/**
 * Returns the identifier of this machine as a streaming device. It is generated once and stored, because a different
 * identifier loses every profile (docs/protocol/headers.md section 2). With several processes, the lock lets one of
 * them generate it. A damaged record is replaced.
 */
export function deviceIdentifier(store: ReturnType<typeof directoryStore>): Promise<string> {
  const draw = Effect.gen(function* () {
    const stored = (yield* store.get(deviceIdentifierKey))?.match(/^"([\da-f-]{36})"$/)?.[1]
    if (stored !== undefined) return stored
    const drawn = randomUUID()
    yield* store.set(deviceIdentifierKey, JSON.stringify(drawn))
    return drawn
  })
  return Effect.runPromise(store.lock === undefined ? draw : store.lock.withLock(deviceIdentifierKey)(draw))
}

/** Returns the description of this machine for `X-Device-Info`. */
export function deviceInfo(): DeviceInfo {
  return {
    primaryHardwareType: "Desktop",
    model: arch(),
    version: "1.0",
    osName: platform() === "darwin" ? "Mac OS" : platform() === "win32" ? "Windows" : type(),
    osVersion: release(),
    connectionType: "LAN"
  }
}
