import { Logger, LogLevel } from "typedoc"

/** Keeps what typedoc warns of, instead of printing it. */
export class WarningCollector extends Logger {
  readonly warnings: Array<string> = []

  override log(message: string, level: LogLevel): void {
    // What typedoc prints spans several lines: the place, the complaint, and the code.
    if (level >= LogLevel.Warn) this.warnings.push(message.trim())
  }
}
