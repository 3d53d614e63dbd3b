import { useEffect, useRef, useState } from "preact/hooks"
import type { Exchange } from "../../host/exchange.ts"
import { outcomeOf } from "../timeline/marks.ts"
import { visibleRows } from "./visible-rows.ts"

export const rowHeight = 24

interface RequestListProperties {
  /** Oldest first. */
  readonly exchanges: ReadonlyArray<Exchange>
  readonly selected: number | undefined
  readonly onSelect: (id: number) => void
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -8, PageDown: 8 }

/** All requests, newest first. Only the rows in view are rendered. */
export const RequestList = ({ exchanges, selected, onSelect }: RequestListProperties) => {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ scrollTop: 0, height: 200 })
  const count = exchanges.length
  const { first, end } = visibleRows(count, { rowHeight, ...view })
  const rows = Array.from({ length: end - first }, (_, index) => first + index)
  const place = exchanges.findIndex(({ id }) => id === selected)
  const selectedRow = place === -1 ? 0 : count - 1 - place

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setView({ scrollTop: element.scrollTop, height: element.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener("scroll", measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener("scroll", measure)
    }
  }, [])

  const select = (row: number) => {
    const exchange = exchanges[count - 1 - row]
    const element = box.current
    if (exchange === undefined || element === null) return
    onSelect(exchange.id)
    const top = row * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight
    }
  }
  const keydown = (event: KeyboardEvent) => {
    const row =
      event.key === "Home" ? 0 : event.key === "End" ? count - 1 : selectedRow + (steps[event.key] ?? Number.NaN)
    if (Number.isNaN(row)) return
    event.preventDefault()
    select(Math.max(0, Math.min(count - 1, row)))
  }

  return (
    <section class="panel requests" aria-label="Requests">
      <h2>Requests ({count})</h2>
      <div
        class="rows"
        ref={box}
        role="listbox"
        aria-label="Requests, newest first"
        tabIndex={0}
        {...(selectedRow >= first && selectedRow < end && count > 0
          ? { "aria-activedescendant": `request-row-${selectedRow}` }
          : {})}
        onKeyDown={keydown}
      >
        <div style={{ height: `${first * rowHeight}px` }} role="presentation" />
        {rows.map((row) => {
          const exchange = exchanges[count - 1 - row]
          return exchange === undefined ? null : (
            <Row
              key={exchange.id}
              {...{ exchange, row, count, isSelected: row === selectedRow, onSelect: () => select(row) }}
            />
          )
        })}
        <div style={{ height: `${(count - end) * rowHeight}px` }} role="presentation" />
      </div>
    </section>
  )
}

interface RowProperties {
  readonly exchange: Exchange
  readonly row: number
  readonly count: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}

const Row = ({ exchange, row, count, isSelected, onSelect }: RowProperties) => {
  const { sender, method, path, response, operation, violations } = exchange
  return (
    <div
      id={`request-row-${row}`}
      class={`row ${outcomeOf(exchange)}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={row + 1}
      aria-setsize={count}
      onClick={onSelect}
    >
      <b>{response?.status ?? "–"}</b> <span class="sender">{sender === "phone" ? "■" : "●"}</span>{" "}
      {operation ?? `${method} ${path}`}
      {violations.length > 0 ? <b class="flag"> violation</b> : null}
    </div>
  )
}
