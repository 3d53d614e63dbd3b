export { HeldToken, remainingLifetime } from "./held-token.ts"
export { InstanceState, nothingKnown, type KnownServiceProviders } from "./instance-state.ts"
