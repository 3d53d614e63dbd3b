/** What stands for what is not shown. */
export const redacted = "<redacted>"

/** Words, perhaps numbered, as names of parameters are; no token, no JSON, no escape sequence of a terminal. */
const plausible = /^[a-z_][a-z_.[\]-]{0,39}\d{0,2}$/i

/**
 * The name of a member as it may be shown. What is no plausible name got there by mistake, as with a JSON body that is
 * announced as a form, and may hold a secret.
 */
export const shownName = (name: string): string => (plausible.test(name) ? name : redacted)

/** Names in one message at most: a request may have hundreds of thousands. */
const limit = 5

/** Names for a message. */
export const shownNames = (names: ReadonlyArray<string>, show: (name: string) => string = shownName): string => {
  const shown = names.slice(0, limit).map((name) => `\`${show(name)}\``)
  return [...shown, ...(names.length > limit ? [`${names.length - limit} more`] : [])].join(", ")
}
