/** Tests that replace modules or timers before they import: each needs modules, and a worker, of its own. */
export const isolatedInAuth = ["src/file/file-system-faults.test.ts", "test/throttle/default-simulator.test.ts"]
