import { median, noiseFloorOf } from "../statistics/order-statistics.ts"
import { differencesOf } from "./differences.ts"
import type { ServerProcess } from "./server-process.ts"
import { startPrism, startSimulator } from "./servers.ts"

/** Milliseconds from the start of the process to its first answer. */
export interface Startup {
  readonly simulator: number
  readonly prism: number
  /** How far apart the simulator and itself were measured. */
  readonly noiseFloor: number
}

/** Starts both in turn that often. */
export const measureStartup = async (rounds: number): Promise<Startup> => {
  const times: { readonly [name in "simulator" | "prism" | "simulatorAgain"]: Array<number> } = {
    simulator: [],
    prism: [],
    simulatorAgain: []
  }
  for (let round = 0; round < rounds; round++) {
    times.simulator.push(await timeToFirstAnswer(startSimulator))
    times.prism.push(await timeToFirstAnswer(startPrism))
    times.simulatorAgain.push(await timeToFirstAnswer(startSimulator))
  }
  return {
    simulator: median(times.simulator),
    prism: median(times.prism),
    noiseFloor: noiseFloorOf(differencesOf(times.simulator, times.simulatorAgain))
  }
}

const timeToFirstAnswer = async (
  start: (options: { readonly logging: boolean }) => Promise<ServerProcess>
): Promise<number> => {
  const { startupMilliseconds, stop } = await start({ logging: false })
  await stop()
  return startupMilliseconds
}
