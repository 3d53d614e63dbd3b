import * as Effect from "effect/Effect"
import { SaxesParser } from "saxes"
import { ManagementError } from "../request/index.ts"
import type { ProxiedMvpd } from "./proxied-mvpd.ts"

/**
 * Writes a list as the XML document of the service, without a namespace, as the samples do (C-PMV-3).
 *
 * @example
 * ```ts
 * import { writeProxiedMvpds } from "@tve-pass/management/proxy-mvpd"
 *
 * console.log(writeProxiedMvpds([{ id: "firstMVPD", displayName: "First & Best", logoUrl: "" }]))
 * ```
 */
export const writeProxiedMvpds = (list: ReadonlyArray<ProxiedMvpd>): string =>
  `<?xml version="1.0" encoding="UTF-8"?><proxiedMvpds>${list.map(writeMvpd).join("")}</proxiedMvpds>`

const writeMvpd = ({ id, providerId, displayName, logoUrl, iframeSize, serviceProviders }: ProxiedMvpd): string => {
  const attribute = providerId === undefined ? "" : ` ProviderID="${escape(providerId)}"`
  const size =
    iframeSize === undefined
      ? ""
      : element(
          "iframeSize",
          element("iframeHeight", `${iframeSize.height}`) + element("iframeWidth", `${iframeSize.width}`)
        )
  const ids = serviceProviders?.map((one) => element("requestorId", escape(one))).join("")
  const requestors = ids === undefined ? "" : element("requestorIds", ids)
  const content = `<id${attribute}>${escape(id)}</id>${element("displayName", escape(displayName))}`
  return element("proxiedMvpd", `${content}${element("logoURL", escape(logoUrl))}${size}${requestors}`)
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Parsers turn these into blanks or line feeds, unless they are written as references.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;"
}

const escape = (value: string): string => value.replaceAll(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? "")

/**
 * Reads the XML document of the service. Any namespace is accepted (C-PMV-3), and any order of members.
 *
 * Fails with `MalformedResponse` for a document that is not well-formed, uses an undefined entity or declares a document
 * type, or lacks a member.
 *
 * Source: docs/protocol/management/proxy-mvpd.md, section "Data model".
 *
 * @example
 * ```ts
 * const list = Effect.runSync(readProxiedMvpds(xml))
 * console.log(list.map(({ id }) => id))
 * ```
 */
export const readProxiedMvpds = (xml: string): Effect.Effect<ReadonlyArray<ProxiedMvpd>, ManagementError> =>
  Effect.try({
    try: () => readList(parse(xml)),
    catch: (failure) =>
      new ManagementError({
        _tag: "MalformedResponse",
        operation: "retrieveProxiedMvpds",
        problem: failure instanceof Unreadable ? failure.message : "the document is not well-formed XML"
      })
  })

class Unreadable extends Error {}

interface Node {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Array<Node>
  text: string
}

const deepest = 8

const parse = (xml: string): Node => {
  const root: Node = { name: "", attributes: new Map(), children: [], text: "" }
  const path = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on("error", (failure) => {
    throw failure
  })
  // Entities of a document type could grow without limit.
  parser.on("doctype", () => {
    throw new Unreadable("the document declares a document type")
  })
  parser.on("opentag", ({ local, attributes }) => {
    if (path.length > deepest) throw new Unreadable("the document is nested too deeply")
    const node: Node = {
      name: local,
      attributes: new Map(Object.values(attributes).map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: ""
    }
    path.at(-1)?.children.push(node)
    path.push(node)
  })
  const addText = (text: string) => {
    const node = path.at(-1)
    if (node !== undefined) node.text += text
  }
  parser.on("text", addText)
  parser.on("cdata", addText)
  parser.on("closetag", () => void path.pop())
  parser.write(xml).close()
  return root
}

const readList = ({ children: [list] }: Node): ReadonlyArray<ProxiedMvpd> => {
  if (list?.name !== "proxiedMvpds") throw new Unreadable("the document is no list of proxied MVPDs")
  return list.children.filter(({ name }) => name === "proxiedMvpd").map(readMvpd)
}

const readMvpd = (node: Node): ProxiedMvpd => {
  const id = child(node, "id")
  const displayName = child(node, "displayName")
  if (id === undefined || displayName === undefined) throw new Unreadable("a proxied MVPD lacks `id` or `displayName`")
  const providerId = id.attributes.get("ProviderID")
  const size = child(node, "iframeSize")
  const [height, width] = ["iframeHeight", "iframeWidth"].map((name) => Number(size && child(size, name)?.text.trim()))
  const [first, ...others] = (child(node, "requestorIds")?.children ?? [])
    .filter(({ name }) => name === "requestorId")
    .map(({ text }) => text.trim())
  return {
    id: id.text.trim(),
    ...(providerId === undefined ? {} : { providerId }),
    displayName: displayName.text,
    logoUrl: child(node, "logoURL")?.text.trim() ?? "",
    ...(size === undefined || !height || !width ? {} : { iframeSize: { height, width } }),
    ...(first === undefined ? {} : { serviceProviders: [first, ...others] as const })
  }
}

const child = (node: Node, name: string): Node | undefined => node.children.find((candidate) => candidate.name === name)
