/** Returns the bytes of the heap and of external buffers after a garbage collection. Needs `--expose-gc`. */
export const usedMemory = async (): Promise<number> => {
  const collect = globalThis.gc
  if (collect === undefined) throw new Error("Failed to measure memory: start Node with --expose-gc")
  // A weak reference that was read stays until the turn of the event loop ends.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
