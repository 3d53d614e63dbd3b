/** Which rows of a long list are rendered. */
export interface VisibleRows {
  readonly first: number
  /** One after the last. */
  readonly end: number
}

/** Rows beyond the edges, so that a short scroll shows no gap. */
const margin = 4

/** Returns the rows to render for a list of equally high rows, of which a part is in view. Lengths in pixels. */
export const visibleRows = (
  count: number,
  { rowHeight, scrollTop, height }: { readonly rowHeight: number; readonly scrollTop: number; readonly height: number }
): VisibleRows => {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - margin)
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + margin)
  return { first, end }
}
