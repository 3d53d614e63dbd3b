import {
  Comment,
  type CommentDisplayPart,
  type DeclarationReflection,
  ReflectionKind,
  type ProjectReflection
} from "typedoc"

/**
 * What the generated sources of `packages/client` hold. Their generators write no such sentences: the members come from
 * the specs, each with its description, and what contains them is the same for every API.
 */
const descriptions: Readonly<Record<string, string>> = {
  components: "The named schemas of the API, under `schemas`, and its parameters, headers and responses.",
  operations: "The operations of the API by name: parameters, request body, and the body of each status.",
  paths: "The operations of the API by path and method: what `GET` and `POST` of the client complete.",
  enhancedErrors: "The catalogue of enhanced errors: the action, the status and the reaction of each code."
}

const generatedModules: Readonly<Record<string, string>> = {
  "@tve-pass/client/dcr/operations": "The operation table of Dynamic Client Registration, for tools.",
  "@tve-pass/client/rest-v2/operations": "The operation table of REST API V2, for tools.",
  "@tve-pass/client/rest-v2/enhanced-errors": "The catalogue of enhanced errors, for tools."
}

const text = (sentence: string): ReadonlyArray<CommentDisplayPart> => [{ kind: "text", text: sentence }]

/** Gives the modules, types and tables that are generated a comment where they have none. */
export const describeGenerated = (project: ProjectReflection): void => {
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    describe(module, generatedModules[module.name])
    for (const child of module.children ?? []) describe(child, descriptions[child.name])
  }
}

const describe = (reflection: DeclarationReflection, sentence: string | undefined): void => {
  if (sentence !== undefined && !reflection.hasComment()) reflection.comment = new Comment([...text(sentence)])
}
