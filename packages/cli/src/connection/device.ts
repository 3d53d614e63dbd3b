import type { directoryStore } from "@tve-pass/auth/file"
import { deviceIdentifierKey } from "@tve-pass/example-quickstart/device"
import * as Effect from "effect/Effect"

// Unless the settings describe a device, commands act as this machine, with the same description as in the demo.
export { deviceIdentifier, deviceInfo } from "@tve-pass/example-quickstart/device"

/** Returns whether the store has the identifier of a device. Writes nothing. */
export const hasDeviceIdentifier = (store: ReturnType<typeof directoryStore>): Promise<boolean> =>
  Effect.runPromise(Effect.map(store.get(deviceIdentifierKey), (record) => record !== undefined))
