import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: ["packages/*", "tooling/codegen", "tooling/docs", "tooling/packaging", "specs", "examples/*"],
    reporters: ["default", ["json", { outputFile: ".vitest/report.json" }]]
  }
})
