import * as Context from "effect/Context"
import type { ApplicationConfiguration } from "./application-configuration.ts"

/** The application that the services of this package work for. */
export class Application extends Context.Service<Application, ApplicationConfiguration>()(
  "@tve-pass/auth/application/Application"
) {}
