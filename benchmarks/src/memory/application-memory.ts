// Run by `measureInChild`: application-memory.ts <contestant> <most devices> <seconds>
import { sendResult } from "../child/child-result.ts"
import type { Application, Contestant } from "../contestant.ts"
import { contestants } from "../contestants/contestants.ts"
import { apiPath } from "../network/request.ts"
import { immediateNetwork } from "./immediate-network.ts"
import { usedMemory } from "./used-memory.ts"

/** Memory of applications that are kept, one for each device. */
export interface ApplicationMemory {
  readonly bytesPerDevice: number
  readonly devices: number
}

const [, , name, mostDevices, seconds] = process.argv

/** Some libraries wait for timers, so several applications open together. */
const atOnce = 20

/** Opens applications that each have a token. */
const open = ({ create }: Contestant): Promise<ReadonlyArray<Application>> =>
  Promise.all(
    Array.from({ length: atOnce }, async () => {
      const application = await create(immediateNetwork)
      const status = await application.call(apiPath)
      if (status !== 200) throw new Error(`${name} got status ${status}`)
      return application
    })
  )

/** Opens applications for some time and drops them; returns milliseconds per application. */
const openFor = async (contestant: Contestant, milliseconds: number): Promise<number> => {
  const start = performance.now()
  let opened = 0
  while (performance.now() - start < milliseconds) opened += (await open(contestant)).length
  return (performance.now() - start) / opened
}

/** As many devices as requested, or a tenth or a hundredth if that would take too long. */
const affordable = (millisecondsPerDevice: number): number => {
  const counts = [Number(mostDevices), Number(mostDevices) / 10]
  const count = counts.find((count) => (count * millisecondsPerDevice) / 1000 <= Number(seconds))
  return count ?? Number(mostDevices) / 100
}

await sendResult(async (): Promise<ApplicationMemory> => {
  const contestant = contestants.find((contestant) => contestant.name === name)
  if (contestant === undefined) throw new Error(`No library is called ${name}`)
  // The first applications load and compile code.
  await openFor(contestant, 500)
  const count = affordable(await openFor(contestant, 200))
  const applications: Array<Application> = []
  const before = await usedMemory()
  while (applications.length < count) applications.push(...(await open(contestant)))
  const bytes = (await usedMemory()) - before
  return { bytesPerDevice: bytes / applications.length, devices: applications.length }
})
