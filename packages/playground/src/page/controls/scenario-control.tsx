import { useEffect, useState } from "preact/hooks"
import type { PlaygroundCommand } from "../../host/playground-command.ts"
import type { PlaygroundState } from "../../host/playground-event.ts"
import { Choice } from "./choice.tsx"

interface ScenarioControlProperties {
  readonly state: Pick<PlaygroundState, "run" | "scenario" | "scenarios">
  readonly perform: (command: PlaygroundCommand) => void
}

/** Selects a scenario and starts it: with the keyboard, a list changes its value on the way to another. */
export const ScenarioControl = ({ state, perform }: ScenarioControlProperties) => {
  const [scenario, setScenario] = useState(state.scenario)
  useEffect(() => setScenario(state.scenario), [state.run])
  return (
    <form
      class="scenario-control"
      onSubmit={(event) => {
        event.preventDefault()
        perform({ kind: "start", scenario })
      }}
    >
      <Choice
        label="Scenario"
        value={scenario}
        choices={state.scenarios.map((name) => [name, name] as const)}
        onChange={setScenario}
      />
      <button>{scenario === state.scenario ? "Start over" : "Start"}</button>
    </form>
  )
}
