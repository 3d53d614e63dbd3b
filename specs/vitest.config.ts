import { defineConfig } from "vitest/config"

export default defineConfig({ test: { name: "specs", globalSetup: "conformance/bundle-specs.ts" } })
