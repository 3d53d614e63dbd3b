/**
 * A client of the control API of a simulator that runs in another process, such as `tve-pass-simulator`.
 *
 * @module
 */
export {
  simulatorControl,
  type ControlSettings,
  type SimulatorControl,
  type SimulatorSnapshot
} from "./simulator-control.ts"
