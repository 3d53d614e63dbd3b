import { escapeMarkup } from "../simulator/encoding/markup.ts"

/** Markup that is safe to send: every value in it has been escaped. Only `html` makes it. */
export interface Html {
  readonly markup: string
}

type Value = string | Html | ReadonlyArray<Html>

const render = (value: Value): string => {
  if (typeof value === "string") return escapeMarkup(value)
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("")
}

/**
 * Creates markup from a template. Escapes values for element content and quoted attributes, unless they are `Html`.
 *
 * @example
 * ```ts
 * html`<p title="${'"'}">${"<b>"}</p>`.markup // => '<p title="&quot;">&lt;b&gt;</p>'
 * ```
 */
export const html = (strings: TemplateStringsArray, ...values: ReadonlyArray<Value>): Html => ({
  markup: strings.map((string, index) => string + render(values[index] ?? "")).join("")
})
