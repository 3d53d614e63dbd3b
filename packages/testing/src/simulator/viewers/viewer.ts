import type { ResourceRule } from "../decisions/resource-rule.ts"

/** A subscriber of an MVPD. */
export interface ViewerOptions {
  /** Who it is at the MVPD; also the `userID` of the profile, unless `attributes` has one. */
  readonly id: string
  /** For the login page; the id by default. */
  readonly name?: string
  /** User metadata beside `userID` (docs/protocol/rest-api-v2.md section 11). `state` is `plain` by default. */
  readonly attributes?: Readonly<Record<string, ViewerAttribute>>
  /** Rules that go before those of the MVPD. */
  readonly resources?: readonly ResourceRule[]
}

/** One piece of user metadata. */
export interface ViewerAttribute {
  /** Text, number, boolean, list or object; always a text when encrypted. */
  readonly value: unknown
  readonly state?: "plain" | "enc"
}

export interface Viewer extends Required<ViewerOptions> {}

export const createViewer = ({ id, name, attributes, resources }: ViewerOptions): Viewer => ({
  id,
  name: name ?? id,
  attributes: attributes ?? {},
  resources: resources ?? []
})
