import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{src,test}/**/*.test.ts"],
    // The compiler, and the examples that run, are processes of their own.
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
