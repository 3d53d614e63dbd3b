import { scenarios, type Scenario, type ScenarioStep } from "../scenarios/index.ts"

const all: ReadonlyArray<Scenario> = Object.values(scenarios)

const stepLine = ({ operation, status, outcome }: ScenarioStep): string => `    ${operation} ${status} ${outcome}`

/** Returns the list for people: each scenario with its expected steps. */
export const scenarioListText = (): string =>
  all
    .map(({ name, description, steps }) => [name, `  ${description}`, ...steps.map(stepLine), ""].join("\n"))
    .join("\n")

/** Returns the list for programs, as one line of JSON. */
export const scenarioListJson = (): string =>
  `${JSON.stringify(all.map(({ name, description, remembered, steps }) => ({ name, description, remembered, steps })))}\n`

export const scenarioNames = (): ReadonlyArray<string> => all.map(({ name }) => name)
