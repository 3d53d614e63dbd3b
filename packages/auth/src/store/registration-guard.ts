/** The last re-registration of an application, kept so that a crash loop cannot skip the cool-down (rule 5). */
export interface RegistrationGuard {
  /** Epoch milliseconds of the device's clock. */
  readonly lastRegistrationAt: number
  /** Why it was made, for example `invalid_client`. */
  readonly reason: string
}
