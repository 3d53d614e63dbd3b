import type { PlaygroundCommand } from "../../host/playground-command.ts"
import type { Meter } from "../meters/meters.ts"

interface ClockControlProperties {
  readonly rate: number
  readonly now: number
  readonly meters: ReadonlyArray<Meter>
  readonly perform: (command: PlaygroundCommand) => void
}

const rates = [1, 10, 60]
const jumps: ReadonlyArray<readonly [string, number]> = [
  ["+10 s", 10_000],
  ["+5 min", 300_000],
  ["+6 h", 21_600_000]
]

/** The speed of simulated time, and jumps. */
export const ClockControl = ({ rate, now, meters, perform }: ClockControlProperties) => {
  const ends = meters.flatMap(({ name, endsAt }) => (endsAt !== undefined && endsAt > now ? [{ name, endsAt }] : []))
  const next = ends.sort((one, other) => one.endsAt - other.endsAt)[0]
  return (
    <div class="clock" role="group" aria-label="Time">
      {rates.map((one) => (
        <button
          key={one}
          aria-pressed={rate === one}
          aria-label={`Speed ${one} times`}
          onClick={() => perform({ kind: "set-rate", rate: one })}
        >
          {one}×
        </button>
      ))}
      {jumps.map(([name, milliseconds]) => (
        <button key={name} onClick={() => perform({ kind: "jump", milliseconds })}>
          {name}
        </button>
      ))}
      <button
        disabled={next === undefined}
        onClick={() => {
          if (next !== undefined) perform({ kind: "jump", milliseconds: next.endsAt - now + 1_000 })
        }}
      >
        To the end of: {next === undefined ? "–" : next.name.toLowerCase()}
      </button>
    </div>
  )
}
