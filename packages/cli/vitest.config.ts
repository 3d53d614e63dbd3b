import { defineConfig } from "vitest/config"

// Its tests replace no modules: files that share a worker import each module once.
export default defineConfig({ test: { isolate: false } })
