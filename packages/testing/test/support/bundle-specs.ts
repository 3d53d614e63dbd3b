import { bundleSpecs } from "@tve-pass/codegen/spec/bundled-spec"
import type { OpenApiDocument } from "@tve-pass/codegen/spec/openapi"
import { repositoryRoot } from "@tve-pass/codegen/repository"
import type { TestProject } from "vitest/node"

declare module "vitest" {
  interface ProvidedContext {
    /** The bundled specs of both APIs. */
    readonly specs: ReadonlyArray<OpenApiDocument>
  }
}

export default async ({ provide }: TestProject): Promise<void> => {
  const specs = await bundleSpecs(repositoryRoot)
  provide(
    "specs",
    specs.map(({ document }) => document)
  )
}
