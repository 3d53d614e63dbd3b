export { makeRegistration, Registration, type ClientRegistration, type RegistrationParts } from "./registration.ts"
