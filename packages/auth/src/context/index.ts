export { deviceKeyOf, makeAuthContext, type AuthContext, type SharedContext } from "./auth-context.ts"
export type { ConnectionOptions } from "./connection-options.ts"
