export {
  Application,
  makeApplication,
  makeApplicationInstance,
  makeApplicationKey,
  makeRegisteredApplication,
  readApplication,
  type ApplicationInstanceOptions,
  type ApplicationKey,
  type ApplicationOptions,
  type DeviceHeaders,
  type RequestHeaders
} from "./application.ts"
export type { RegisteredApplication, RegisteredApplicationOptions } from "./registered-application.ts"
