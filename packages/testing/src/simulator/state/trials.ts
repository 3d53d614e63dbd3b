/** The key of a trial: a device, and for a promotional TempPass also the identity of a user. */
export interface TrialKey {
  readonly serviceProvider: string
  readonly mvpd: string
  readonly device: string
  readonly identity: string | undefined
}

export interface Trial {
  /** First authorization, milliseconds since the epoch. */
  readonly startedAt: number
  readonly resources: Set<string>
  /** Whether a test has ended the trial early. */
  exhausted: boolean
}

/** Selects the trials of one device or identity, or one of the two kinds of records. */
export type TrialSelection =
  | { readonly device: string }
  /** Both records of the trial that a device has. */
  | { readonly trialOf: string }
  /** The value that AP-TempPass-Identity carried, under any name. */
  | { readonly identity: string }
  | { readonly of: "devices" | "identities" }

/** The trials of TempPass. Only a reset removes them. */
export interface Trials {
  /**
   * The trial of the device **or** of the identity: either one is enough to be the same trial. Of a device and an identity
   * with a trial each, what both have used.
   */
  find(key: TrialKey): Trial | undefined
  /** The trial of the key, started at `now` if there is none; makes one of the two that a device and an identity bring. */
  start(key: TrialKey, now: number): Trial
  /** Forgets the trials of an integration that the selection names; without one, all. */
  reset(serviceProvider: string, mvpd: string, selection?: TrialSelection): void
}

const integrationOf = ({ serviceProvider, mvpd }: Pick<TrialKey, "serviceProvider" | "mvpd">) =>
  `${serviceProvider}\n${mvpd}\n`

const keysOf = (key: TrialKey): ReadonlyArray<string> => {
  const device = `${integrationOf(key)}device\n${key.device}`
  return key.identity === undefined ? [device] : [device, `${integrationOf(key)}identity\n${key.identity}`]
}

/** One trial as it is, of several what they have used. */
const together = (trials: ReadonlyArray<Trial>): Trial | undefined => {
  if (trials.length < 2) return trials[0]
  return {
    startedAt: Math.min(...trials.map(({ startedAt }) => startedAt)),
    resources: new Set(trials.flatMap(({ resources }) => [...resources])),
    exhausted: trials.some(({ exhausted }) => exhausted)
  }
}

export const createTrials = (): Trials => {
  const trials = new Map<string, Trial>()

  const ofKey = (key: TrialKey): ReadonlyArray<Trial> => [
    ...new Set(keysOf(key).flatMap((candidate) => trials.get(candidate) ?? []))
  ]

  return {
    find: (key) => together(ofKey(key)),
    start: (key, now) => {
      const earlier = ofKey(key)
      const trial = together(earlier) ?? { startedAt: now, resources: new Set(), exhausted: false }
      if (earlier.length > 1) {
        for (const [name, other] of trials) if (earlier.includes(other)) trials.set(name, trial)
      }
      for (const name of keysOf(key)) trials.set(name, trial)
      return trial
    },
    reset: (serviceProvider, mvpd, selection) => {
      const integration = integrationOf({ serviceProvider, mvpd })
      const meant =
        selection !== undefined && "trialOf" in selection
          ? trials.get(`${integration}device\n${selection.trialOf}`)
          : undefined
      const isSelected = (record: string, trial: Trial): boolean => {
        if (selection === undefined) return true
        if ("trialOf" in selection) return trial === meant
        if ("device" in selection) return record === `device\n${selection.device}`
        if ("identity" in selection) return record.startsWith("identity\n") && record.endsWith(`=${selection.identity}`)
        return record.startsWith(selection.of === "devices" ? "device\n" : "identity\n")
      }
      for (const [name, trial] of trials) {
        if (name.startsWith(integration) && isSelected(name.slice(integration.length), trial)) trials.delete(name)
      }
    }
  }
}
