import type { Fault, JournalCall, OperationId } from "@tve-pass/testing"

/** What the scenarios do to a simulator and ask it, wherever it runs. */
export interface Commands {
  readonly fault: (operation: OperationId, fault: Fault, times?: number) => void
  readonly revokeTokens: () => void
  readonly revokeClients: () => void
  readonly calls: (operation?: OperationId) => ReadonlyArray<JournalCall>
  readonly violations: () => ReadonlyArray<string>
}

/** {@link Commands} that may have to travel to another process. */
export type RemoteCommands = {
  readonly [Name in keyof Commands]: (
    ...parameters: Parameters<Commands[Name]>
  ) => Promise<Awaited<ReturnType<Commands[Name]>>>
}

/** A simulator that a scenario can use. */
export interface SteeredSimulator extends RemoteCommands {
  readonly origin: string
  /** `undefined` where the platform's `fetch` reaches it. */
  readonly fetch: ((input: Request | string | URL, init?: RequestInit) => Promise<Response>) | undefined
}

/** Settings of a simulator that the scenarios choose. */
export interface Conditions {
  readonly throttle: boolean
  /** Seconds. */
  readonly tokenLifetime?: number
}
