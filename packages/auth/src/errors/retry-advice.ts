/**
 * Whether trying again can help.
 *
 * * `Never`: the same call fails again until the program or its configuration is changed.
 * * `AtTime`: from `epochMilliseconds` on, by the device's clock.
 * * `AfterDelay`: after `milliseconds`; nobody knows a better moment.
 * * `AfterUserAction`: after somebody has done what the message says, for example freed disk space.
 */
export type RetryAdvice =
  | { readonly _tag: "Never" }
  | { readonly _tag: "AtTime"; readonly epochMilliseconds: number }
  | { readonly _tag: "AfterDelay"; readonly milliseconds: number }
  | { readonly _tag: "AfterUserAction" }
