// An application in plain JavaScript that needs nothing but what every runtime has.
import { createAdobePass } from "@tve-pass/auth/promise"
import { unwrap } from "@tve-pass/client"
import { createRestV2Client } from "@tve-pass/client/rest-v2"

/** Starts the application twice on the same storage. Resolves to what each start has read. */
export const startTwice = async (options) => {
  const storage = createStorage()
  return [await start({ ...options, storage }), await start({ ...options, storage })]
}

const start = async (options) => {
  const pass = createAdobePass({
    ...options,
    device: {
      identifier: "ba23d141-d715-561c-94f4-e9e4c966b1eb",
      info: { model: "OLED55", version: "1.0", osName: "webOS", osVersion: "7.0", connectionType: "LAN" }
    }
  })
  try {
    const path = { serviceProvider: "REF30" }
    const call = createRestV2Client(pass).GET("/api/v2/{serviceProvider}/configuration", { params: { path } })
    return (await unwrap(call)).requestor.id
  } finally {
    await pass.dispose()
  }
}

/** A Web Storage in memory: not every runtime has a `localStorage`. */
const createStorage = () => {
  const items = new Map()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key)
  }
}
