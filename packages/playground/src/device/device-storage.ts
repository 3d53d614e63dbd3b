import type { WebStorage } from "@tve-pass/auth/promise"

/**
 * Returns the storage of one simulated device, which shares the storage of the browser tab with the others. Empty at the
 * start of each run of the playground.
 */
export const deviceStorage = (run: string, device: string): WebStorage => {
  const key = (name: string) => `playground.${run}.${device}.${name}`
  return {
    getItem: (name) => sessionStorage.getItem(key(name)),
    setItem: (name, value) => sessionStorage.setItem(key(name), value),
    removeItem: (name) => sessionStorage.removeItem(key(name))
  }
}
