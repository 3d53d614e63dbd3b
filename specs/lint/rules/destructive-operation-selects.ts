import type { Context } from "./context.ts"

interface Operation {
  readonly "x-destructive"?: boolean
}

interface Parameter {
  readonly in: "path" | "query" | "header" | "cookie"
  readonly required?: boolean
}

/**
 * The parameters of a destructive operation select what it destroys. A generated client omits a parameter that is
 * `undefined`, and the server then selects everything; so each of them has to be required.
 */
export const destructiveOperationSelects = () => ({
  Operation: {
    skip: ({ "x-destructive": destructive }: Operation) => destructive !== true,
    Parameter(parameter: Parameter, context: Context) {
      if (parameter.in === "header" || parameter.required === true) return
      context.report({
        message:
          "A destructive operation requires every parameter that selects what it destroys: add `required: true`.",
        location: context.location.key()
      })
    }
  }
})
