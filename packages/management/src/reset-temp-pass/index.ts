/**
 * Resets trials of a TempPass.
 *
 * @module
 */
export {
  planTempPassReset,
  resetTempPass,
  type ResetTempPassCall,
  type ResetTempPassOptions
} from "./reset-temp-pass.ts"
export { createTempPassReset, type TempPassReset } from "./create-temp-pass-reset.ts"
