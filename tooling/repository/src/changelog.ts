/** The part of a changeset that a changelog tells. */
interface Change {
  readonly summary: string
}

/**
 * Generator of the changelogs, named in `.changeset/config.json`: the sentence of a changeset as it was written. The
 * default one adds commit hashes, and for each change of a sibling a line that says no more than the version, which all
 * packages share.
 */
export default {
  getReleaseLine: ({ summary }: Change): string => `- ${summary.trim().replaceAll("\n", "\n  ")}`,
  getDependencyReleaseLine: (): string => ""
}
