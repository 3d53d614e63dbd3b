export { makeRegistration, type ClientRegistration, type RegistrationParts } from "./client-registration.ts"
export { Registration } from "./registration.ts"
