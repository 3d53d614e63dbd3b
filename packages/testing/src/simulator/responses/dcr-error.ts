import type { DcrErrorCode } from "../protocol/schemas.ts"
import { type SimulatedResponse, json } from "./simulated-response.ts"

export const dcrError = (error: DcrErrorCode): SimulatedResponse => json(400, { error })
