import type { Context } from "./context.ts"

interface MediaType {
  readonly examples?: Readonly<Record<string, unknown>>
}

/** Examples of responses are what tests, simulator and reference show; a response without one is invisible there. */
export const responseHasNamedExamples = () => ({
  Response: {
    MediaType(mediaType: MediaType, context: Context) {
      if (Object.keys(mediaType.examples ?? {}).length > 0) return
      context.report({
        message: "Show each documented variant of this response under `examples`, by name.",
        location: context.location.key()
      })
    }
  }
})
