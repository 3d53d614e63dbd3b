import type { MvpdOptions } from "./mvpds.ts"

/** A rule that temporarily bypasses an MVPD (docs/protocol/flows.md section 12). */
export interface Degradation {
  readonly rule: DegradationRule
  /** The programmer's message for viewers, which is sent in `details` of an AuthZNone denial. */
  readonly message?: string
}

/**
 * `AuthNAll` authenticates and authorizes every viewer; `AuthZAll` authorizes every authenticated viewer; `AuthZNone`
 * authorizes none.
 */
export type DegradationRule = "AuthNAll" | "AuthZAll" | "AuthZNone"

/** The integrations of service providers with MVPDs: whether each is active, and its degradation rule. */
export interface Integrations {
  /** Changes whenever an integration is enabled or disabled. */
  readonly revision: number
  isActive(serviceProvider: string, mvpd: string): boolean
  disable(serviceProvider: string, mvpd: string): void
  enable(serviceProvider: string, mvpd: string): void
  degradation(serviceProvider: string, mvpd: string): Degradation | undefined
  degrade(serviceProvider: string, mvpd: string, degradation: Degradation): void
  endDegradation(serviceProvider: string, mvpd: string): void
}

const keyOf = (serviceProvider: string, mvpd: string) => `${serviceProvider}\n${mvpd}`

export const createIntegrations = (
  mvpds: ReadonlyArray<MvpdOptions>,
  serviceProviders: ReadonlyArray<string>
): Integrations => {
  const disabled = new Set(
    mvpds.flatMap(({ id, disabledFor = [] }) =>
      (disabledFor === "all" ? serviceProviders : disabledFor).map((serviceProvider) => keyOf(serviceProvider, id))
    )
  )
  const degradations = new Map<string, Degradation>()
  let revision = 0

  return {
    get revision() {
      return revision
    },
    isActive: (serviceProvider, mvpd) => !disabled.has(keyOf(serviceProvider, mvpd)),
    disable: (serviceProvider, mvpd) => {
      disabled.add(keyOf(serviceProvider, mvpd))
      revision += 1
    },
    enable: (serviceProvider, mvpd) => {
      disabled.delete(keyOf(serviceProvider, mvpd))
      revision += 1
    },
    degradation: (serviceProvider, mvpd) => degradations.get(keyOf(serviceProvider, mvpd)),
    degrade: (serviceProvider, mvpd, degradation) => void degradations.set(keyOf(serviceProvider, mvpd), degradation),
    endDegradation: (serviceProvider, mvpd) => void degradations.delete(keyOf(serviceProvider, mvpd))
  }
}
