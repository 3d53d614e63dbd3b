import type { FaultTarget } from "@tve-pass/testing/simulator"
import { useState } from "preact/hooks"
import type { Exchange } from "../../host/exchange.ts"
import type { PlaygroundCommand } from "../../host/playground-command.ts"
import type { PlaygroundState } from "../../host/playground-event.ts"
import { breakagesOf, type Breakage } from "./breakages.ts"
import { faultsFor, faultTargets, faultyCalls } from "./faults.ts"

interface BreakagePanelProperties {
  readonly state: PlaygroundState
  readonly exchanges: ReadonlyArray<Exchange>
  readonly perform: (command: PlaygroundCommand) => void
  readonly onClose: () => void
}

const groups: ReadonlyArray<Breakage["group"]> = ["Viewer", "Credentials", "Profile", "MVPD", "TempPass"]

/** Everything that can go wrong, to press. */
export const BreakagePanel = ({ state, exchanges, perform, onClose }: BreakagePanelProperties) => {
  const [mvpd, setMvpd] = useState("Cablevision")
  const breakages = breakagesOf(state, exchanges, mvpd)
  return (
    <section
      class="breakage"
      id="breakage"
      aria-label="Break something"
      onKeyDown={({ key }) => {
        if (key === "Escape") onClose()
      }}
    >
      <FaultForm {...{ state, perform }} />
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          {group === "MVPD" ? (
            <select aria-label="MVPD" value={mvpd} onChange={({ currentTarget }) => setMvpd(currentTarget.value)}>
              {state.mvpds.map((id) => (
                <option key={id}>{id}</option>
              ))}
            </select>
          ) : null}
          {breakages
            .filter((breakage) => breakage.group === group)
            .map(({ name, command }) => (
              <button
                key={name}
                disabled={command === undefined}
                onClick={() => {
                  if (command !== undefined) perform(command)
                }}
              >
                {name}
              </button>
            ))}
        </fieldset>
      ))}
    </section>
  )
}

const FaultForm = ({ state, perform }: Pick<BreakagePanelProperties, "state" | "perform">) => {
  const [operation, setOperation] = useState<FaultTarget>("*")
  const [name, setName] = useState("503, out of service")
  const [often, setOften] = useState("once")
  const choices = faultsFor(operation)
  const choice = choices.find((one) => one.name === name) ?? choices[0]
  const script = (event: Event) => {
    event.preventDefault()
    const calls = faultyCalls[often]
    if (choice !== undefined && calls !== undefined) perform({ kind: "fault", operation, fault: choice.fault, calls })
  }
  return (
    <form class="faults" onSubmit={script}>
      <fieldset>
        <legend>Next requests</legend>
        <select
          aria-label="Operation"
          value={operation}
          onChange={({ currentTarget }) => setOperation(faultTargets[currentTarget.selectedIndex] ?? "*")}
        >
          {faultTargets.map((target) => (
            <option key={target} value={target}>
              {target === "*" ? "any operation" : target}
            </option>
          ))}
        </select>
        <select aria-label="Fault" value={choice?.name} onChange={({ currentTarget }) => setName(currentTarget.value)}>
          {choices.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
        <select aria-label="How often" value={often} onChange={({ currentTarget }) => setOften(currentTarget.value)}>
          {Object.keys(faultyCalls).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <button>Script fault</button>
        <button
          type="button"
          disabled={state.scriptedFaults.length === 0}
          onClick={() => perform({ kind: "clear-faults" })}
        >
          Clear
        </button>
      </fieldset>
      <div role="status">
        <ul class="scripted">
          {state.scriptedFaults.map((fault, index) => (
            <li key={index}>{fault}</li>
          ))}
        </ul>
      </div>
    </form>
  )
}
