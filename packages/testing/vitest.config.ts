import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    // Its tests replace no modules: files that share a worker import each module once.
    isolate: false,
    // Bundles the specs once for all files; responses are validated against them.
    globalSetup: ["test/support/bundle-specs.ts"]
  }
})
