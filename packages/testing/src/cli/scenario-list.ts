import { scenarios, type Scenario, type WalkStep } from "../scenarios/index.ts"

const all: ReadonlyArray<Scenario> = Object.values(scenarios)

const stepLine = ({ operation, status, outcome }: WalkStep): string => `    ${operation} ${status} ${outcome}`

/** For people: each scenario and the walk that is expected. */
export const scenarioListText = (): string =>
  all.map(({ name, description, walk }) => [name, `  ${description}`, ...walk.map(stepLine), ""].join("\n")).join("\n")

/** For programs: one line. */
export const scenarioListJson = (): string =>
  `${JSON.stringify(all.map(({ name, description, remembered, walk }) => ({ name, description, remembered, walk })))}\n`

export const scenarioNames = (): ReadonlyArray<string> => all.map(({ name }) => name)
