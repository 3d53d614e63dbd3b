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
export { applicationFromEnvironment } from "./application-from-environment.ts"
export type { ApplicationKey } from "./application-key.ts"
export type { RegisteredApplication, RegisteredApplicationOptions } from "./registered-application.ts"
