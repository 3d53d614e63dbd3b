export {
  deviceKeyOf,
  makeAuthContext,
  makeSendingContext,
  type AuthContext,
  type SendingContext,
  type SharedContext
} from "./auth-context.ts"
export type { ConnectionOptions } from "./connection-options.ts"
