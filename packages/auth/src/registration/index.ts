export { Registration, makeRegistration } from "./registration.ts"
