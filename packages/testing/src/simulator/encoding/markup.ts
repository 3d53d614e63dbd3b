const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

/** Escapes a string for element content and quoted attributes of HTML and XML. */
export const escapeMarkup = (plain: string): string =>
  plain.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

/** Reverses `escapeMarkup`. */
export const unescapeMarkup = (escaped: string): string =>
  // Replaces the ampersand last, so that `&amp;lt;` becomes `&lt;`.
  Object.entries(entities).reduceRight((plain, [character, entity]) => plain.replaceAll(entity, character), escaped)
