import type { RemoteKey } from "../messages/frame-message.ts"

/** A rectangle on the screen, in any unit. */
export type Rectangle = Pick<DOMRect, "left" | "top" | "width" | "height">

/** Weight of a gap across the direction: a control straight ahead comes before a nearer one at the side. */
const acrossWeight = 3

/** Decides between controls that are equally near. */
const centerWeight = 0.01

interface Extent {
  readonly start: number
  readonly end: number
}

const horizontal = ({ left, width }: Rectangle): Extent => ({ start: left, end: left + width })
const vertical = ({ top, height }: Rectangle): Extent => ({ start: top, end: top + height })
const reversed = ({ start, end }: Extent): Extent => ({ start: -end, end: -start })
const centerOf = ({ start, end }: Extent): number => (start + end) / 2

/** The extents of a rectangle along the direction of an arrow key, and across it. */
const extents: Partial<
  Readonly<Record<RemoteKey, (rectangle: Rectangle) => { readonly along: Extent; readonly across: Extent }>>
> = {
  ArrowRight: (rectangle) => ({ along: horizontal(rectangle), across: vertical(rectangle) }),
  ArrowLeft: (rectangle) => ({ along: reversed(horizontal(rectangle)), across: vertical(rectangle) }),
  ArrowDown: (rectangle) => ({ along: vertical(rectangle), across: horizontal(rectangle) }),
  ArrowUp: (rectangle) => ({ along: reversed(vertical(rectangle)), across: horizontal(rectangle) })
}

/** Returns the control to which an arrow key leads from one of them; `undefined` at the edge, and for other keys. */
export const nextInDirection = <Control extends { readonly rectangle: Rectangle }>(
  from: Control,
  controls: ReadonlyArray<Control>,
  key: RemoteKey
): Control | undefined => {
  const extentsOf = extents[key]
  if (extentsOf === undefined) return undefined
  const here = extentsOf(from.rectangle)
  const scored = controls.flatMap((control) => {
    const { along, across } = extentsOf(control.rectangle)
    if (control === from || centerOf(along) <= here.along.end) return []
    const gap = Math.max(0, across.start - here.across.end, here.across.start - across.end)
    const aside = Math.abs(centerOf(across) - centerOf(here.across))
    return [{ control, score: along.start - here.along.end + acrossWeight * gap + centerWeight * aside }]
  })
  return scored.sort((one, other) => one.score - other.score)[0]?.control
}
