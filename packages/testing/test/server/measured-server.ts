import { startSimulatorServer } from "../../src/server/index.ts"
import { createSimulatorCore } from "../../src/simulator/index.ts"

const server = await startSimulatorServer({ simulator: createSimulatorCore({ throttle: false, journalLimit: 10 }) })

process.on("message", () => {
  // Twice: the first collection lets finalizers run.
  globalThis.gc?.()
  setImmediate(() => {
    globalThis.gc?.()
    const { heapUsed, external } = process.memoryUsage()
    process.send?.(heapUsed + external)
  })
})
process.send?.(server.origin)
