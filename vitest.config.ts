import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: ["packages/*", "tooling/{codegen,docs,packaging,repository}", "specs", "website", "examples/*"],
    reporters: ["default", ["json", { outputFile: ".vitest/report.json" }]]
  }
})
