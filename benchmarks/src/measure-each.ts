import type { Contestant } from "./contestant.ts"
import { contestants } from "./contestants/contestants.ts"
import type { Cell } from "./report/cell.ts"

/** The path of every authorized call. */
export const apiPath = "/api/v2/REF30/configuration"

/** What `measure` finds out about each contestant, all at once, by name. */
export const measureEach = async <Result>(
  measure: (contestant: Contestant) => Promise<Result>
): Promise<ReadonlyMap<string, Result>> =>
  new Map(
    await Promise.all(
      contestants.map(async (contestant): Promise<readonly [string, Result]> => {
        try {
          return [contestant.name, await measure(contestant)]
        } catch (error) {
          throw new Error(`Failed to measure ${contestant.name}: ${error}`, { cause: error })
        }
      })
    )
  )

/** One cell for each contestant. */
export const cellsOf = <Result>(
  results: ReadonlyMap<string, Result>,
  cellOf: (result: Result, contestant: Contestant) => Cell
): { readonly [contestant: string]: Cell } =>
  Object.fromEntries(
    contestants.map((contestant) => {
      const result = results.get(contestant.name)
      if (result === undefined) throw new Error(`${contestant.name} was not measured`)
      return [contestant.name, cellOf(result, contestant)]
    })
  )
