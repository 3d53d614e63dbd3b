import type { ProjectReflection, Reflection } from "typedoc"

/** Tags that openapi-typescript writes into its types, beside those of typedoc. */
export const specTags = ["@description", "@enum", "@constant"] as const

/**
 * The descriptions of the specs as what they are: openapi-typescript writes `@description` where a docstring has a
 * summary, and repeats with `@enum` and `@constant` what the type says.
 */
export const unfoldSpecDescriptions = (project: ProjectReflection): void => {
  for (const reflection of Object.values(project.reflections)) unfold(reflection)
}

const unfold = ({ comment }: Reflection): void => {
  if (comment === undefined) return
  comment.summary.push(...(comment.getTag("@description")?.content ?? []))
  for (const tag of specTags) comment.removeTags(tag)
}
