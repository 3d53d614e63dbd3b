import { catalogueIsComplete } from "./rules/catalogue-is-complete.ts"
import { destructiveOperationSelects } from "./rules/destructive-operation-selects.ts"
import { enumDeclaresOpenness } from "./rules/enum-declares-openness.ts"
import { enumIsNamed } from "./rules/enum-is-named.ts"
import { responseHasNamedExamples } from "./rules/response-has-named-examples.ts"

/**
 * Rules of our own that redocly's configurable rules cannot express; those are in `redocly.yaml`. Their reasons are
 * in "Specs: what the tooling relies on" of ARCHITECTURE.md.
 */
export default () => ({
  id: "tve-pass",
  rules: {
    oas3: {
      "catalogue-is-complete": catalogueIsComplete,
      "destructive-operation-selects": destructiveOperationSelects,
      "enum-declares-openness": enumDeclaresOpenness,
      "enum-is-named": enumIsNamed,
      "response-has-named-examples": responseHasNamedExamples
    }
  }
})
