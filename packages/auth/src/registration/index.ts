export { makeRegistration, Registration } from "./registration.ts"
export { isAccepted } from "./service-providers.ts"
