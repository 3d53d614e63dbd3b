import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { target } from "./targets.mjs"

export default defineConfig({
  root: fileURLToPath(new URL("../../", import.meta.url)),
  test: { include: [...target.tests] }
})
