import type { Mvpd } from "../mvpds/mvpd.ts"
import { createViewer, type Viewer } from "./viewer.ts"

/** Who signs in at an MVPD that names no viewers, if nobody is named. */
const anybody = "viewer"

/**
 * The viewer of that id, or the first one without an id; `undefined` if the MVPD does not know the viewer. An MVPD without
 * named viewers knows everybody.
 */
export const findViewer = (mvpd: Mvpd, id: string | undefined): Viewer | undefined => {
  if (mvpd.viewers.length === 0) return createViewer({ id: id ?? anybody })
  return id === undefined ? mvpd.viewers[0] : mvpd.viewers.find((viewer) => viewer.id === id)
}
