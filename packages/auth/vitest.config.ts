import { configDefaults, defineConfig } from "vitest/config"
import { isolatedInAuth } from "./isolated-tests.ts"

// Files that share a worker import each module once. The isolated ones are a project of the root's vitest.config.ts.
export default defineConfig({ test: { isolate: false, exclude: [...configDefaults.exclude, ...isolatedInAuth] } })
