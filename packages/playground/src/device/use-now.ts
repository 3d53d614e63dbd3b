import { useEffect, useReducer } from "preact/hooks"

/** Milliseconds between two renderings: what moves on its own moves in smaller steps where the viewer allows motion. */
const period = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 1_000 : 250)

/** Returns the time of a clock in milliseconds. Renders again four times a real second, with reduced motion once. */
export const useNow = (clock: { readonly now: () => number }): number => {
  const [, render] = useReducer((count: number, _tick: undefined) => count + 1, 0)
  useEffect(() => {
    const timer = setInterval(() => render(undefined), period())
    return () => clearInterval(timer)
  }, [clock])
  return clock.now()
}
