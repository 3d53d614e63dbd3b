import type { RemoteKey } from "../messages/frame-message.ts"
import { nextInDirection } from "./next-in-direction.ts"

const controls = "button:not([disabled]), a[href], input:not([type=hidden])"
const mark = "data-current"

/** The controls of the television, of which one has the ring, also while the keyboard is somewhere else. */
export interface RemoteFocus {
  /** Moves the ring, presses the control under it, or reports that the key is for the application. */
  readonly press: (key: RemoteKey) => boolean
  /** Puts the ring on the first control if it is on none. */
  readonly restore: () => void
}

const current = (within: Document) => within.querySelector<HTMLElement>(`[${mark}]`) ?? undefined

/** Looks after the ring in a document; the television's browser, a frame in it, comes first while it is open. */
export const createRemoteFocus = (document: Document): RemoteFocus => {
  const active = (): Document => document.querySelector("iframe")?.contentDocument ?? document
  const put = (within: Document, element: HTMLElement) => {
    current(within)?.removeAttribute(mark)
    element.setAttribute(mark, "")
    // While the phone has the keyboard, the ring is only drawn.
    if (document.hasFocus()) element.focus()
  }
  const restore = () => {
    const within = active()
    const marked = current(within)
    if (marked !== undefined) {
      if (document.hasFocus() && document.activeElement === document.body) marked.focus()
      return
    }
    const first = within.querySelector<HTMLElement>(controls)
    if (first !== null) put(within, first)
  }
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.matches(controls) && !target.hasAttribute(mark)) put(document, target)
  })
  window.addEventListener("focus", () => current(document)?.focus())
  return {
    restore,
    press: (key) => {
      const within = active()
      restore()
      const from = current(within)
      if (from === undefined) return false
      if (key === "Enter") {
        from.click()
        return true
      }
      const all = [...within.querySelectorAll<HTMLElement>(controls)].map((element) => ({
        element,
        rectangle: element.getBoundingClientRect()
      }))
      const start = all.find(({ element }) => element === from)
      const next = start === undefined ? undefined : nextInDirection(start, all, key)
      if (next === undefined) return false
      put(within, next.element)
      return true
    }
  }
}
