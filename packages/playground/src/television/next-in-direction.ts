import type { RemoteKey } from "../messages/frame-message.ts"

/** A rectangle on the screen, in any unit. */
export type Rectangle = Pick<DOMRect, "left" | "top" | "width" | "height">

const directions: Partial<Readonly<Record<RemoteKey, readonly [number, number]>>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

const centerOf = ({ left, top, width, height }: Rectangle) => [left + width / 2, top + height / 2] as const

/** Weight of the distance across the direction: a control straight ahead comes before a nearer one at the side. */
const acrossWeight = 3

/** Returns the control to which an arrow key leads from one of them; `undefined` at the edge, and for other keys. */
export const nextInDirection = <Control extends { readonly rectangle: Rectangle }>(
  from: Control,
  controls: ReadonlyArray<Control>,
  key: RemoteKey
): Control | undefined => {
  const direction = directions[key]
  if (direction === undefined) return undefined
  const [horizontal, vertical] = direction
  const [x, y] = centerOf(from.rectangle)
  const scored = controls.flatMap((control) => {
    const [otherX, otherY] = centerOf(control.rectangle)
    const along = (otherX - x) * horizontal + (otherY - y) * vertical
    const across = Math.abs((otherX - x) * vertical) + Math.abs((otherY - y) * horizontal)
    return control !== from && along > 1 ? [{ control, score: along + acrossWeight * across }] : []
  })
  return scored.sort((one, other) => one.score - other.score)[0]?.control
}
