import type { ComponentChildren } from "preact"
import type { Mark, Outcome } from "./marks.ts"
import { lanes } from "./lane.ts"
import { summaryOf } from "./marks.ts"

const labelWidth = 118
const width = 1_320
const laneHeight = 19
const chart = width - labelWidth - 16
const stackStep = 5
const bottom = lanes.length * laneHeight

const colors: Readonly<Record<Outcome, string>> = {
  limit: "#6ee7a0",
  burst: "#ffd166",
  uncounted: "#9fb4c8",
  throttled: "#ff6bd6",
  error: "#ff8f8f",
  pending: "none"
}

/** The names of the colors, for the legend. */
const legend: ReadonlyArray<readonly [Outcome, string]> = [
  ["limit", "paid by the limit"],
  ["burst", "paid by the burst"],
  ["uncounted", "not counted"],
  ["throttled", "429"],
  ["error", "error"]
]

interface TimelineProperties {
  readonly marks: ReadonlyArray<Mark>
  readonly selected: number | undefined
  readonly onSelect: (id: number) => void
  /** Buttons beside the heading. */
  readonly actions: ComponentChildren
}

/** The requests of the last minute of simulated time, a lane for each kind. */
export const Timeline = ({ marks, selected, onSelect, actions }: TimelineProperties) => (
  <section class="timeline" aria-label="Timeline">
    <div class="timeline-head">
      <h2>Last minute</h2>
      {actions}
      <Legend />
    </div>
    <svg viewBox={`0 0 ${width} ${bottom + 16}`} role="img" aria-label={summaryOf(marks)}>
      <defs>
        <pattern id="wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" fill="#9fb4c8" />
        </pattern>
      </defs>
      {lanes.map((lane, index) => (
        <g key={lane}>
          <text x="0" y={index * laneHeight + 15}>
            {lane}
          </text>
          <line x1={labelWidth} x2={labelWidth + chart} y1={baseOf(index)} y2={baseOf(index)} class="lane" />
        </g>
      ))}
      {[0, 10, 20, 30, 40, 50].map((seconds) => (
        <text key={seconds} x={labelWidth + chart * (1 - seconds / 60)} y={bottom + 13} text-anchor="middle">
          {seconds === 0 ? "now" : `−${seconds} s`}
        </text>
      ))}
      {marks.filter(isInView).map((mark) => (
        <MarkShape key={mark.id} mark={mark} isSelected={mark.id === selected} onSelect={onSelect} />
      ))}
    </svg>
  </section>
)

/** Marks of a high stack would cover the lane above. */
const highestLevel = 3
const isInView = ({ level }: Mark): boolean => level <= highestLevel

const baseOf = (index: number) => index * laneHeight + 14

const MarkShape = ({
  mark: { id, lane, sender, outcome, position, level, waited },
  isSelected,
  onSelect
}: {
  readonly mark: Mark
  readonly isSelected: boolean
  readonly onSelect: (id: number) => void
}) => {
  const x = labelWidth + chart * position
  const y = baseOf(lanes.indexOf(lane)) - level * stackStep
  const paint = {
    fill: colors[outcome],
    stroke: isSelected ? "#fff" : outcome === "pending" ? "#9fb4c8" : "#0c1116",
    "stroke-width": isSelected ? 2 : 1
  }
  return (
    <g onClick={() => onSelect(id)} class="mark" data-outcome={outcome}>
      {waited === 0 ? null : (
        <rect x={x - chart * waited} y={y - 3} width={chart * waited} height="6" fill="url(#wait)" />
      )}
      {sender === "phone" ? (
        <rect x={x - 5} y={y - 5} width="10" height="10" {...paint} />
      ) : (
        <circle cx={x} cy={y} r="5.5" {...paint} />
      )}
    </g>
  )
}

const Legend = () => (
  <span class="legend">
    <span>● TV ■ phone</span>
    {legend.map(([outcome, name]) => (
      <span key={outcome}>
        <i style={{ background: colors[outcome] }} /> {name}
      </span>
    ))}
    <span>
      <i class="hatched" /> waited on the device
    </span>
  </span>
)
