import { bundleSpecs } from "@tve-pass/codegen/src/spec/bundled-spec.ts"
import type { OpenApiDocument } from "@tve-pass/codegen/src/spec/openapi.ts"
import { repositoryRoot } from "@tve-pass/codegen/src/repository.ts"
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
