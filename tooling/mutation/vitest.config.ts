import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { target } from "./targets.mjs"

export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  // Instrumented code is slow, and a test that times out in the first run stops everything.
  test: { include: [...target.tests], testTimeout: 60_000, hookTimeout: 60_000 }
})
