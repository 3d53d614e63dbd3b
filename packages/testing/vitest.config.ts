import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    // Bundles the specs once for all files; responses are validated against them.
    globalSetup: ["test/support/bundle-specs.ts"]
  }
})
