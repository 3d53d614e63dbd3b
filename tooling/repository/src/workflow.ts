import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { repositoryRoot } from "./root.ts"

export interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

export interface Job {
  readonly needs?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly "timeout-minutes"?: number
  readonly environment?: unknown
  readonly steps: ReadonlyArray<Step>
}

export interface Workflow {
  /** `release.yml` */
  readonly file: string
  readonly text: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = join(repositoryRoot, ".github/workflows")

export const readWorkflow = (file: string): Workflow => {
  const text = readFileSync(join(folder, file), "utf8")
  // Boundary: a workflow of ours, whose form GitHub prescribes.
  return { ...(parse(text) as Omit<Workflow, "file" | "text">), file, text }
}

export const readWorkflows = (): ReadonlyArray<Workflow> => readdirSync(folder).map(readWorkflow)

/** The step of a job that has this name. */
export const stepNamed = ({ jobs }: Workflow, job: string, name: string): Step => {
  const step = jobs[job]?.steps.find((candidate) => candidate.name === name)
  if (step === undefined) throw new Error(`Failed to find the step "${name}" of job ${job}`)
  return step
}
