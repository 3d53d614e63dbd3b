/** Bytes in use after a collection: the heap, and what hangs on it outside, such as buffers. Needs `--expose-gc`. */
export const usedMemory = async (): Promise<number> => {
  const collect = globalThis.gc
  if (collect === undefined) throw new Error("Failed to measure memory: start Node with --expose-gc")
  // What a weak reference was asked for stays until the turn of the event loop ends.
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
