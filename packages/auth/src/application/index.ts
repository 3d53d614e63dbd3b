export { Application } from "./application.ts"
export {
  makeApplication,
  makeApplicationInstance,
  makeRegisteredApplication,
  type ApplicationConfiguration,
  type ApplicationInstanceOptions,
  type ApplicationOptions,
  type DeviceHeaders,
  type RequestHeaders
} from "./application-configuration.ts"
// `application-from-environment.ts` is not here: it loads Effect's Config, whose `import.meta` is a syntax error for
// Hermes and for CommonJS. Runtimes without a bundler that drops it would load it with the promise facade.
export type { ApplicationKey } from "./application-key.ts"
export type { RegisteredApplication, RegisteredApplicationOptions } from "./registered-application.ts"
