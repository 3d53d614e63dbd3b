export { Lock } from "./lock.ts"
