import { createApplication } from "./application.ts"

createApplication()
