import { h, render } from "preact"
import { useEffect, useSyncExternalStore } from "preact/compat"
import { createApplication, note, root } from "./application.ts"

const { state, start } = createApplication()

const State = () => {
  const { name } = useSyncExternalStore(state.subscribe, state.getSnapshot)
  useEffect(() => void start(), [])
  return note(name)
}

render(h(State, {}), root())
