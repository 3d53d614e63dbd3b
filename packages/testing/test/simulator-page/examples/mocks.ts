import { createSimulator } from "@tve-pass/testing"
import { setupWorker } from "msw/browser"

const simulator = createSimulator()
export const worker = setupWorker(...simulator.handlers)
export const started = worker.start({ onUnhandledFrame: "bypass" })
