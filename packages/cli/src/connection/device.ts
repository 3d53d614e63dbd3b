import type { directoryStore } from "@tve-pass/auth/file"
import { deviceIdentifierKey } from "@tve-pass/example-quickstart/device"
import * as Effect from "effect/Effect"

// The device that a command acts as is this machine, the way the demo describes it, unless the settings say otherwise.
export { deviceIdentifier, deviceInfo } from "@tve-pass/example-quickstart/device"

/** Whether the store has the identifier of a device already. Writes nothing. */
export const hasDeviceIdentifier = (store: ReturnType<typeof directoryStore>): Promise<boolean> =>
  Effect.runPromise(Effect.map(store.get(deviceIdentifierKey), (record) => record !== undefined))
