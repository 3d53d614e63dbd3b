/** Writes one line of a structured log. It gets no token, no code and no device identifier. */
export type Log = (entry: { readonly [name: string]: string | number | boolean | undefined }) => void
