// Run by `measureInChild` in a process of its own: application-memory.ts <contestant> <most devices> <seconds>
import { tellParent } from "../child/child-answer.ts"
import type { Application, Contestant } from "../contestant.ts"
import { contestants } from "../contestants/contestants.ts"
import { immediateNetwork } from "./immediate-network.ts"
import { usedMemory } from "./used-memory.ts"

/** Memory of applications that are kept, one a device. */
export interface ApplicationMemory {
  readonly bytesPerDevice: number
  readonly devices: number
}

const [, , name, mostDevices, seconds] = process.argv

/** Some wait for timers of their own: they wait together. */
const atOnce = 20

/** Applications that each have a token at hand. */
const open = ({ create }: Contestant): Promise<ReadonlyArray<Application>> =>
  Promise.all(
    Array.from({ length: atOnce }, async () => {
      const application = await create(immediateNetwork)
      const status = await application.call("/api/v2/REF30/configuration")
      if (status !== 200) throw new Error(`${name} got status ${status} instead of an answer`)
      return application
    })
  )

/** Opens applications for that long and lets them go; yields milliseconds per application. */
const openFor = async (contestant: Contestant, milliseconds: number): Promise<number> => {
  const start = performance.now()
  let opened = 0
  while (performance.now() - start < milliseconds) opened += (await open(contestant)).length
  return (performance.now() - start) / opened
}

/** As many as asked for, or a tenth or a hundredth, where that would take too long. */
const affordable = (millisecondsPerDevice: number): number => {
  const counts = [Number(mostDevices), Number(mostDevices) / 10]
  const count = counts.find((count) => (count * millisecondsPerDevice) / 1000 <= Number(seconds))
  return count ?? Number(mostDevices) / 100
}

await tellParent(async (): Promise<ApplicationMemory> => {
  const contestant = contestants.find((contestant) => contestant.name === name)
  if (contestant === undefined) throw new Error(`No contestant is called ${name}`)
  // The first applications pay for code that is loaded and compiled.
  await openFor(contestant, 700)
  const count = affordable(await openFor(contestant, 300))
  const applications: Array<Application> = []
  const before = await usedMemory()
  while (applications.length < count) applications.push(...(await open(contestant)))
  const bytes = (await usedMemory()) - before
  return { bytesPerDevice: bytes / applications.length, devices: applications.length }
})
