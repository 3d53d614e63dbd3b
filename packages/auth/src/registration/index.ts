export { makeRegistration, Registration } from "./registration.ts"
