const unsettled = (): void => undefined

/** A promise and what settles it. */
export const deferred = <T = void>() => {
  let resolve: (value: T) => void = unsettled
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}
