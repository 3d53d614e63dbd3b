import { type Operation, operations } from "../protocol/operations.ts"

/** The destination of a request. */
export type Route =
  | { readonly _tag: "Operation"; readonly operation: Operation; readonly parameters: Readonly<Record<string, string>> }
  /** A documented path, called with another method. */
  | { readonly _tag: "MethodNotAllowed"; readonly allowed: ReadonlyArray<string>; readonly path: string }
  /** A path below `/o/` or `/api/` without an operation. */
  | { readonly _tag: "UnknownPath" }
  /** A path of a management API, which is served without the throttle. */
  | { readonly _tag: "Management" }
  /** A path outside of these APIs, which the login page handles. */
  | { readonly _tag: "Elsewhere" }

interface Template {
  readonly path: string
  readonly segments: ReadonlyArray<string>
  /** Operations by method, in upper case. */
  readonly byMethod: Map<string, Operation>
}

const isParameter = (segment: string) => segment.startsWith("{")

/**
 * Templates by their number of segments, in order of precedence: a literal segment precedes a parameter
 * (`/profiles/code/{code}`).
 */
const templates: ReadonlyMap<number, ReadonlyArray<Template>> = (() => {
  const byPath = new Map<string, Template>()
  for (const operation of Object.values(operations)) {
    const { path } = operation
    const template = byPath.get(path) ?? { path, segments: path.split("/").slice(1), byMethod: new Map() }
    template.byMethod.set(operation.method, operation)
    byPath.set(path, template)
  }
  const rank = ({ segments }: Template) => segments.map((segment) => (isParameter(segment) ? "1" : "0")).join("")
  const ordered = [...byPath.values()].sort((left, right) => rank(left).localeCompare(rank(right)))
  const byLength = new Map<number, Template[]>()
  for (const template of ordered) {
    const { length } = template.segments
    byLength.set(length, [...(byLength.get(length) ?? []), template])
  }
  return byLength
})()

/** Decodes one path segment. Returns it unchanged if an escape is malformed. */
const decode = (segment: string): string => {
  if (!segment.includes("%")) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

const match = (template: Template, segments: ReadonlyArray<string>): Record<string, string> | undefined => {
  const parameters: Record<string, string> = {}
  for (const [index, expected] of template.segments.entries()) {
    const actual = segments[index]
    if (actual === undefined || actual === "") return undefined
    if (isParameter(expected)) parameters[expected.slice(1, -1)] = decode(actual)
    else if (expected !== actual) return undefined
  }
  return parameters
}

/** Paths of Reset TempPass, Entitlement Service Monitoring and Proxy MVPD (docs/protocol/management). */
const isManagementPath = (path: string): boolean =>
  /^\/(?:reset-tempass\/v3\/|esm\/v3(?:[/.]|$)|control\/v3\/)/.test(path)

const isApiPath = (path: string) => path.startsWith("/o/") || path.startsWith("/api/")

/**
 * Finds the operation of a request. A trailing slash is accepted, because samples print one (docs/protocol/rest-api-v2.md
 * section 5).
 */
export const route = (method: string, path: string): Route => {
  if (!isApiPath(path)) return isManagementPath(path) ? { _tag: "Management" } : { _tag: "Elsewhere" }
  const segments = path.split("/").slice(1)
  if (segments.at(-1) === "") segments.pop()
  for (const template of templates.get(segments.length) ?? []) {
    const parameters = match(template, segments)
    if (parameters === undefined) continue
    const operation = template.byMethod.get(method)
    if (operation !== undefined) return { _tag: "Operation", operation, parameters }
    return { _tag: "MethodNotAllowed", allowed: [...template.byMethod.keys()], path: template.path }
  }
  return { _tag: "UnknownPath" }
}
