/** What `kindsOfElements` leaves in a frame. */
export interface Surveyed {
  firstOfKind: Map<string, Element>
}

/**
 * Runs in a frame. Returns what axe could judge differently from another screen.
 *
 * * `kinds`: the elements with text by tags, classes, roles, states and colors, those of their ancestors included
 * * `screen`: all elements likewise, which of them occur several times, and the headings and landmarks
 */
export const kindsOfElements = () => {
  const significant =
    /^(?:class|role|type|data-outcome|aria-(?:checked|current|expanded|hidden|invalid|pressed|selected))$/
  const outlined = /^(?:h[1-6]|header|footer|main|nav|aside|section|form)$/
  const counts = new Map<string, number>()
  const outline = new Set<string>()
  const firstOfKind = new Map<string, Element>()
  const described = ({ name, value }: Attr) => {
    if (name === "style") return (value.match(/[\w-]+:\s*(?:#|rgb)[^;]*/g) ?? []).join(";")
    return significant.test(name) ? `${name}=${value}` : `${name}${value === "" ? " empty" : ""}`
  }
  const visit = (element: Element, parent: string) => {
    const name = element.tagName.toLowerCase()
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== "")
    const isShown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const states = `${isShown ? "" : " hidden"}${hasText ? " text" : ""}`
    const kind = `${parent} > ${name}[${[...element.attributes].map(described).join(" ")}]${states}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if (isShown && (hasText || name === "input") && !firstOfKind.has(kind)) firstOfKind.set(kind, element)
    if (outlined.test(name) || element.hasAttribute("role")) outline.add(name)
    for (const child of element.children) visit(child, kind)
  }
  visit(document.body, `${innerWidth} x ${innerHeight} ${location.pathname}`)
  // Boundary: tests read it in the same frame.
  ;(globalThis as unknown as Surveyed).firstOfKind = firstOfKind
  return {
    scheme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    kinds: [...firstOfKind.keys()],
    screen: [
      ...[...counts].flatMap(([kind, count]) => (count > 1 ? [kind, `several ${kind}`] : [kind])),
      [...outline].join(" ")
    ]
  }
}
