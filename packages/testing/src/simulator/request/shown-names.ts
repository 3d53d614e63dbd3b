/** The replacement of redacted values. */
export const redacted = "<redacted>"

/**
 * Matches words, optionally with a number, such as names of parameters; no token, no JSON, and no escape sequence of a
 * terminal.
 */
const plausible = /^[a-z_][a-z_.[\]-]{0,39}\d{0,2}$/i

/**
 * Returns the name of a member if it may be shown. A name that is not plausible may contain a secret, for example if a
 * JSON body was sent as a form.
 */
export const shownName = (name: string): string => (plausible.test(name) ? name : redacted)

/** The most names in one message, because a request may have hundreds of thousands. */
const limit = 5

/** Returns names for a message. */
export const shownNames = (names: ReadonlyArray<string>, show: (name: string) => string = shownName): string => {
  const shown = names.slice(0, limit).map((name) => `\`${show(name)}\``)
  return [...shown, ...(names.length > limit ? [`${names.length - limit} more`] : [])].join(", ")
}
