import { availableParallelism, cpus, release, type } from "node:os"

/** Where it was measured, as far as it matters for the numbers. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly node: string
  readonly system: string
}

export const describeMachine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: availableParallelism(),
  node: process.version.slice(1),
  system: `${type()} ${release().split(/[-+]/)[0]}`
})
