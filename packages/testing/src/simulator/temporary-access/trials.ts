/** Whose trial it is: a device, and with promotional TempPass a user identity as well. */
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
  /** Ended before its time, by a test. */
  exhausted: boolean
}

/** The trials of TempPass. They outlast everything but a reset: that is their purpose. */
export interface Trials {
  /** The trial of the device **or** of the identity: either one is enough to be the same trial. */
  find(key: TrialKey): Trial | undefined
  /** The trial of the key, started at `now` if there is none. */
  start(key: TrialKey, now: number): Trial
  /** Forgets the trials of an integration, all of them or those of one device. */
  reset(serviceProvider: string, mvpd: string, device?: string): void
}

const integrationOf = ({ serviceProvider, mvpd }: Pick<TrialKey, "serviceProvider" | "mvpd">) =>
  `${serviceProvider}\n${mvpd}\n`

const keysOf = (key: TrialKey): readonly string[] => {
  const device = `${integrationOf(key)}device\n${key.device}`
  return key.identity === undefined ? [device] : [device, `${integrationOf(key)}identity\n${key.identity}`]
}

export const createTrials = (): Trials => {
  const trials = new Map<string, Trial>()

  const find = (key: TrialKey) =>
    keysOf(key)
      .map((candidate) => trials.get(candidate))
      .find((trial) => trial !== undefined)

  return {
    find,
    start: (key, now) => {
      const trial = find(key) ?? { startedAt: now, resources: new Set(), exhausted: false }
      for (const name of keysOf(key)) trials.set(name, trial)
      return trial
    },
    reset: (serviceProvider, mvpd, device) => {
      const integration = integrationOf({ serviceProvider, mvpd })
      const meant = device === undefined ? undefined : trials.get(`${integration}device\n${device}`)
      for (const [name, trial] of trials) {
        if (name.startsWith(integration) && (device === undefined || trial === meant)) trials.delete(name)
      }
    }
  }
}
