import { createApp, onMounted, onUnmounted, shallowRef } from "vue"
import { createApplication, note, root } from "./application.ts"

const { state, start } = createApplication()

createApp({
  setup() {
    const current = shallowRef(state.getSnapshot())
    onUnmounted(state.subscribe(() => (current.value = state.getSnapshot())))
    onMounted(() => void start())
    return () => note(current.value.name)
  }
}).mount(root())
