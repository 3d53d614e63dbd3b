const interval = 250

/** Calls back once the process that started this one has ended, and another has become its parent. */
export const whenParentEnds = (callback: () => void): void => {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, interval).unref()
}
