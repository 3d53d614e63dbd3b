const interval = 250

/** Calls `callback` when the process that started this one has ended, which gives this one another parent. */
export const whenParentEnds = (callback: () => void): void => {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, interval).unref()
}
