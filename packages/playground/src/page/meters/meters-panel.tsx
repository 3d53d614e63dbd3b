import type { Meter } from "./meters.ts"

interface MetersPanelProperties {
  readonly meters: ReadonlyArray<Meter>
  readonly throttled: number
  readonly violations: ReadonlyArray<{ readonly rule: string; readonly message: string }>
}

/** What runs out, and what went wrong with requests. */
export const MetersPanel = ({ meters, throttled, violations }: MetersPanelProperties) => (
  <section class="panel meters" aria-label="Meters" tabIndex={0}>
    <h2>What is left</h2>
    {meters.map(({ name, value, max, words }) => (
      <div class="meter" key={name}>
        <span>{name}</span>
        <span class="dim">{words}</span>
        <div
          role="meter"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={max}
          aria-valuenow={value}
          aria-valuetext={words}
        >
          <i style={{ width: `${(100 * value) / max}%` }} />
        </div>
      </div>
    ))}
    <p class="counts">
      <span>
        429s: <b>{throttled}</b>
      </span>
      <span role="status">
        Violations of the protocol: <b>{violations.length}</b>
      </span>
    </p>
    <ul class="violations">
      {violations.slice(-20).map(({ rule, message }, index) => (
        <li key={index}>
          <b>{rule}</b> {message}
        </li>
      ))}
    </ul>
  </section>
)
