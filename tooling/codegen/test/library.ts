import { fileURLToPath } from "node:url"
import { bundleSpecs, type BundledSpec } from "../src/spec/bundled-spec.ts"
import type { Schema } from "../src/spec/openapi.ts"

/** A repository in miniature: one API with every construct that the generators treat specially. */
export const libraryRoot = fileURLToPath(new URL("./fixtures", import.meta.url))

export const librarySpec = async (): Promise<BundledSpec> => {
  const [spec] = await bundleSpecs(libraryRoot)
  if (spec === undefined) throw new Error(`Failed to read the fixture: no spec in ${libraryRoot}`)
  return spec
}

/** The same API with other schemas, for what the fixture must not contain. */
export const withSchemas = (spec: BundledSpec, schemas: { readonly [name: string]: Schema }): BundledSpec => ({
  ...spec,
  document: { ...spec.document, components: { ...spec.document.components, schemas } }
})
