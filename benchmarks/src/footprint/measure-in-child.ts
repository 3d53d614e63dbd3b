import { childAnswer } from "../child/child-answer.ts"

/** What is meant by many devices. */
export const manyDevices = 100_000

/** What is measured when trying, and where all would take too long. */
export const fewerDevices = manyDevices / 10

/** Runs a script in a process that holds nothing else. */
export const measureInChild = <Answer>(script: URL, ...args: ReadonlyArray<string | number>): Promise<Answer> =>
  childAnswer(
    {
      script,
      args: args.map(String),
      nodeFlags: ["--expose-gc", "--max-semi-space-size=128", "--max-old-space-size=8192"]
    },
    180_000
  )

/** What a cell says that did not measure all. */
export const scaleNote = (devices: number): string | undefined =>
  devices === manyDevices
    ? undefined
    : `per device, measured with ${devices.toLocaleString("en-US")}: ${manyDevices.toLocaleString("en-US")} would take too long`
