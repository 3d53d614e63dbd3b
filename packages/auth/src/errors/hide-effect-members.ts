/**
 * Hides the marks that make an error an effect, such as `~effect/Effect`, from `for in`: loggers such as pino copy what
 * that finds.
 */
export const hideEffectMembers = (prototype: object): void => {
  for (const key in prototype) {
    if (key.startsWith("~")) Object.defineProperty(prototype, key, { value: Reflect.get(prototype, key) })
  }
}
