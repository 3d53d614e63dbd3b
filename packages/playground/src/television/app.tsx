import { useEffect, useMemo } from "preact/hooks"
import { useStore } from "../device/use-store.ts"
import {
  onFrameMessage,
  type MessageFromDevice,
  type MessageToDevice,
  type RemoteKey
} from "../messages/frame-message.ts"
import { createRemoteFocus } from "./focus.ts"
import type { Screen } from "./screen.ts"
import {
  Busy,
  Catalogue,
  Code,
  Denied,
  Home,
  Player,
  Problem,
  Profiles,
  Provider,
  Providers,
  SignedOut,
  UserAgent
} from "./screens.tsx"
import type { TelevisionSetUp } from "./set-up.ts"
import type { Television } from "./television.ts"

interface AppProperties {
  readonly television: Television
  readonly setUp: TelevisionSetUp
  readonly publicOrigin: string
}

const remoteKeys: ReadonlyArray<RemoteKey> = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape"]

/** The television's screen, with its remote control. */
export const App = ({ television, setUp, publicOrigin }: AppProperties) => {
  const screen = useStore(television.screen)
  const focus = useMemo(() => createRemoteFocus(document), [])
  useEffect(() => focus.restore())
  useEffect(() => {
    const press = (key: RemoteKey): boolean => {
      if (focus.press(key)) return true
      if (key !== "Escape") return false
      television.back()
      return true
    }
    const keydown = (event: KeyboardEvent) => {
      const key = remoteKeys.find((known) => known === event.key || (known === "Escape" && event.key === "Backspace"))
      // Enter presses the focused button by itself.
      if (key === undefined || key === "Enter" || event.target instanceof HTMLInputElement) return
      if (press(key)) event.preventDefault()
    }
    document.addEventListener("keydown", keydown)
    const stop = onFrameMessage<MessageToDevice | MessageFromDevice>((message, source) => {
      if (message.kind === "key") press(message.key)
      // Of the television's own browser, and not of the page around.
      if (message.kind === "redirect-reached" && source !== window.parent) television.redirectReached()
    })
    return () => {
      document.removeEventListener("keydown", keydown)
      stop()
    }
  }, [focus, television])
  return (
    <main class={`screen on-${screen.name}`} aria-label="Television" key={screen.name}>
      <Shown {...{ screen, television, setUp, publicOrigin }} />
    </main>
  )
}

const Shown = ({ screen, ...shown }: AppProperties & { readonly screen: Screen }) => {
  switch (screen.name) {
    case "busy":
      return <Busy {...screen} />
    case "home":
      return <Home {...shown} {...screen} />
    case "profiles":
      return <Profiles {...shown} {...screen} />
    case "providers":
      return <Providers {...shown} {...screen} />
    case "provider":
      return <Provider {...shown} {...screen} />
    case "code":
      return <Code {...shown} {...screen} />
    case "user-agent":
      return <UserAgent {...shown} {...screen} />
    case "catalogue":
      return <Catalogue {...shown} {...screen} />
    case "player":
      return <Player {...shown} {...screen} />
    case "denied":
      return <Denied {...shown} {...screen} />
    case "problem":
      return <Problem {...shown} {...screen} />
    case "signed-out":
      return <SignedOut {...shown} {...screen} />
  }
}
