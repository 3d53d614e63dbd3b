import type { Context, Schema } from "./context.ts"

/** Most sets of the protocol may grow; each enum has to say whether it may. */
export const enumDeclaresOpenness = () => ({
  Schema(schema: Schema, context: Context) {
    if (schema.enum === undefined || typeof schema["x-open-enum"] === "boolean") return
    context.report({
      message: "Say whether the set may grow: add `x-open-enum: true` or `x-open-enum: false` beside `enum`.",
      location: context.location.child("enum").key()
    })
  }
})
