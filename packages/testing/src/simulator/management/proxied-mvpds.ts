import { empty, type SimulatedResponse, text } from "../responses/simulated-response.ts"
import type { SimulatorState } from "../state/state.ts"

/** `GET /control/v3/mvpd-proxies/{proxyMvpd}/mvpds` (docs/protocol/management/proxy-mvpd.md). */
export const retrieveProxiedMvpds = (proxyMvpd: string, state: SimulatorState): SimulatedResponse => {
  const document = state.proxiedMvpds.get(proxyMvpd)
  return document === undefined ? text(403, "not a proxy MVPD") : text(200, document, "application/xml")
}

/** `POST` of the same path: the document replaces the whole list, or nothing if it violates the schema. */
export const replaceProxiedMvpds = async (
  proxyMvpd: string,
  request: Request,
  state: SimulatorState
): Promise<SimulatedResponse> => {
  if (!state.proxiedMvpds.has(proxyMvpd)) return text(403, "not a proxy MVPD")
  const body = await request.text()
  if (body.length > state.settings.bodyLimit) return text(400, "the document is too large")
  const document = new URLSearchParams(body).get("proxied-mvpds")
  if (document === null) return text(400, "proxied-mvpds is missing")
  const problem = problemOf(document, [...state.serviceProviders.keys()])
  if (problem !== undefined) return text(400, problem)
  state.proxiedMvpds.set(proxyMvpd, document)
  return empty(201)
}

/** Elements by the element that they are in, and how often they may occur. */
const schema: Readonly<
  Record<string, { readonly in: string; readonly isRequired: boolean; readonly repeats: boolean }>
> = {
  proxiedMvpds: { in: "", isRequired: true, repeats: false },
  proxiedMvpd: { in: "proxiedMvpds", isRequired: false, repeats: true },
  id: { in: "proxiedMvpd", isRequired: true, repeats: false },
  displayName: { in: "proxiedMvpd", isRequired: true, repeats: false },
  logoURL: { in: "proxiedMvpd", isRequired: true, repeats: false },
  iframeSize: { in: "proxiedMvpd", isRequired: false, repeats: false },
  iframeHeight: { in: "iframeSize", isRequired: true, repeats: false },
  iframeWidth: { in: "iframeSize", isRequired: true, repeats: false },
  requestorIds: { in: "proxiedMvpd", isRequired: false, repeats: false },
  requestorId: { in: "requestorIds", isRequired: true, repeats: true }
}

const token =
  /<\?[^>]*\?>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<(\/?)(?:\w+:)?(\w+)((?:\s+[\w:]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g

interface OpenElement {
  readonly name: string
  readonly children: Array<string>
  text: string
}

/** Why a document is refused, or `undefined`: its form, its schema, ids that are not unique, unknown requestor ids. */
const problemOf = (document: string, serviceProviders: ReadonlyArray<string>): string | undefined => {
  const root: OpenElement = { name: "", children: [], text: "" }
  const path = [root]
  const ids = new Set<string>()
  for (const [match, cdata, closing, name = "", , selfClosing, characters] of document.matchAll(token)) {
    const open = path.at(-1) ?? root
    if (characters !== undefined || cdata !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(characters ?? "")) return "an entity is not defined"
      open.text += cdata ?? characters ?? ""
      continue
    }
    if (match === "<") return "the document is not well-formed"
    if (name === "") continue
    if (closing === "/") {
      if (open.name !== name) return "the document is not well-formed"
      path.pop()
      const problem = closedProblem(open, ids, serviceProviders)
      if (problem !== undefined) return problem
      continue
    }
    const rule = schema[name]
    if (rule?.in !== open.name) return `${name} is not allowed there`
    if (!rule.repeats && open.children.includes(name)) return `${name} occurs twice`
    open.children.push(name)
    const element: OpenElement = { name, children: [], text: "" }
    if (selfClosing !== "/") path.push(element)
    else {
      const problem = closedProblem(element, ids, serviceProviders)
      if (problem !== undefined) return problem
    }
  }
  if (path.length > 1) return "the document is not well-formed"
  return missingIn(root)
}

const closedProblem = (
  element: OpenElement,
  ids: Set<string>,
  serviceProviders: ReadonlyArray<string>
): string | undefined => {
  const { name } = element
  const value = element.text.trim()
  if (name === "id") {
    if (value === "") return "id is empty"
    if (ids.has(value)) return `duplicate id ${value.slice(0, 100)}`
    ids.add(value)
  }
  if (name === "requestorId" && !serviceProviders.includes(value)) return `unknown requestorId ${value.slice(0, 100)}`
  if ((name === "iframeHeight" || name === "iframeWidth") && !/^-?\d+$/.test(value)) return `${name} is no number`
  return missingIn(element)
}

const missingIn = ({ name, children }: OpenElement): string | undefined => {
  const missing = Object.keys(schema).find(
    (child) => schema[child]?.in === name && schema[child]?.isRequired === true && !children.includes(child)
  )
  return missing === undefined ? undefined : `${missing} is missing`
}
