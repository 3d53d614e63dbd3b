import { render } from "preact"
import { createPlaygroundHost } from "../host/playground-host.ts"
import { Page } from "../page/app.tsx"
import { createModelStore } from "../page/model.ts"
import { serveWorker } from "./serve-worker.ts"

/**
 * Starts the playground without a server: the simulator runs in this page, and a worker forwards the devices' requests
 * to it.
 */
const start = async (root: HTMLElement): Promise<void> => {
  const folder = new URL("./", location.href)
  const playground = createPlaygroundHost({ publicOrigin: () => folder.href.replace(/\/$/, "") })
  serveWorker(playground, folder)
  await navigator.serviceWorker.register("./worker.js")
  await isControlled()
  const connection = {
    perform: async (command: Command) => playground.perform(command),
    subscribe: playground.subscribe
  }
  render(<Page connection={connection} model={createModelStore(connection.subscribe)} />, root)
}

type Command = Parameters<ReturnType<typeof createPlaygroundHost>["perform"]>[0]

/** Resolves once the worker sees the requests of this page and of its frames. */
const isControlled = (): Promise<void> =>
  new Promise((resolve) => {
    if (navigator.serviceWorker.controller !== null) resolve()
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true })
  })

/** The newest page has the playground: the worker knows one simulator. */
const holdPlayground = (root: HTMLElement): void => {
  const forever = new Promise(() => undefined)
  navigator.locks
    .request(`tve-pass playground ${location.pathname}`, { steal: true }, () => forever)
    .catch(() => {
      render(<main>The playground is open in another tab. Load this page again to continue here.</main>, root)
    })
}

const root = document.getElementById("app")
if (root !== null) {
  if ("serviceWorker" in navigator && "locks" in navigator) {
    holdPlayground(root)
    void start(root)
  } else {
    render(
      <main>
        The playground needs service workers, which this browser offers on HTTPS and outside of private windows. On your
        machine: <code>npx @tve-pass/playground</code>
      </main>,
      root
    )
  }
}
