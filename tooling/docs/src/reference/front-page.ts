import { ReflectionKind, type CommentDisplayPart, type DeclarationReflection, type ProjectReflection } from "typedoc"

const introduction = "What the packages export, as their docstrings describe it. One page for each import:\n\n"

/** The list of entry points, each with the sentence that its module begins with. */
export const frontPage = (project: ProjectReflection): Array<CommentDisplayPart> => [
  text(introduction),
  ...project.getChildrenByKind(ReflectionKind.Module).flatMap(item)
]

const item = (module: DeclarationReflection): ReadonlyArray<CommentDisplayPart> => [
  text("* "),
  { kind: "inline-tag", tag: "@link", text: module.name, target: module },
  text(": "),
  // A list item ends with its line.
  ...(module.comment?.summary ?? []).map((part) => ({ ...part, text: part.text.replaceAll(/\s+/g, " ") })),
  text("\n")
]

const text = (words: string): CommentDisplayPart => ({ kind: "text", text: words })
