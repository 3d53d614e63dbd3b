import { createElement, StrictMode, useEffect, useSyncExternalStore } from "react"
import { createRoot } from "react-dom/client"
import { createApplication, note, root } from "./application.ts"

const { state, start } = createApplication()

const State = () => {
  const { name } = useSyncExternalStore(state.subscribe, state.getSnapshot)
  // StrictMode runs it twice.
  useEffect(() => void start(), [])
  return note(name)
}

createRoot(root()).render(createElement(StrictMode, undefined, createElement(State)))
