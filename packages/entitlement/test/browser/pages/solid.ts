import { createRenderEffect, createRoot, from } from "solid-js"
import { createApplication, note, root } from "./application.ts"

const { state, start } = createApplication()

createRoot(() => {
  const current = from<ReturnType<typeof state.getSnapshot>>((set) => {
    set(() => state.getSnapshot())
    return state.subscribe(() => set(() => state.getSnapshot()))
  })
  createRenderEffect(() => (root().textContent = note(current()?.name ?? "")))
  void start()
})
