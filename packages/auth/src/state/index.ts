export { HeldToken, remainingLifetime } from "./held-token.ts"
export { InstanceState } from "./instance-state.ts"
