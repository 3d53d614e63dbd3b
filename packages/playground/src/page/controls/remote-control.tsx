import type { RemoteKey } from "../../messages/frame-message.ts"

const keys: ReadonlyArray<readonly [RemoteKey, string, string]> = [
  ["ArrowLeft", "◀", "Left"],
  ["ArrowUp", "▲", "Up"],
  ["ArrowDown", "▼", "Down"],
  ["ArrowRight", "▶", "Right"],
  ["Enter", "OK", "OK"],
  ["Escape", "Back", "Back"]
]

/** The buttons of the television's remote control. */
export const RemoteControl = ({ onPress }: { readonly onPress: (key: RemoteKey) => void }) => (
  <div class="remote" role="group" aria-label="Remote control">
    {keys.map(([key, label, name]) => (
      <button key={key} aria-label={name} onClick={() => onPress(key)}>
        {label}
      </button>
    ))}
  </div>
)
