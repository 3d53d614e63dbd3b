import type { DevicePoolClient } from "@tve-pass/auth/promise"
import type { DeviceSteps } from "@tve-pass/entitlement/steps"

/** The MVPD that each device is signed in with, in memory: one profile call saved for each catalogue and playback. */
export interface SignedInDevices {
  /** The MVPD of a device; with one profile call if it is not known. `undefined` if no viewer is signed in. */
  readonly mvpdOf: (id: string, device: DeviceSteps, signal: AbortSignal) => Promise<string | undefined>
  readonly note: (id: string, mvpd: string) => void
  readonly forget: (id: string) => void
}

/** How many devices are remembered; the one that was noted first makes room. */
const mostDevices = 10_000

/** Creates the memory. A device whose credentials were replaced has lost its profiles (M-REG-6). */
export const rememberSignedInDevices = (pool: DevicePoolClient): SignedInDevices => {
  const mvpds = new Map<string, string>()
  const note = (id: string, mvpd: string): void => {
    if (mvpds.size >= mostDevices) {
      for (const first of mvpds.keys()) {
        mvpds.delete(first)
        break
      }
    }
    mvpds.set(id, mvpd)
  }
  pool.on("credentials-replaced", ({ instanceId }) => mvpds.delete(instanceId))
  return {
    mvpdOf: async (id, device, signal) => {
      const known = mvpds.get(id)
      if (known !== undefined) return known
      const found = await device.profiles({ signal })
      if (found.kind === "signed-out") return undefined
      const [{ mvpd }] = found.accesses
      note(id, mvpd)
      return mvpd
    },
    note,
    forget: (id) => void mvpds.delete(id)
  }
}
