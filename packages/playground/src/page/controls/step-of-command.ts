import type { PlaygroundCommand } from "../../host/playground-command.ts"
import type { RecordedStep } from "../../recording/recorded-step.ts"

/** Returns the step of a recording for a command; `undefined` for what belongs to the playground alone. */
export const stepOfCommand = (command: PlaygroundCommand): RecordedStep | undefined => {
  switch (command.kind) {
    case "start":
    case "set-rate":
    case "set-phone-network":
      return undefined
    case "jump":
      return command
    default:
      return { kind: "break", command }
  }
}
