import { forkChild, type ChildScript } from "./fork-child.ts"

/** What a child tells: the answer it came for, or why there is none. */
export type ChildMessage<Answer> = { readonly answer: Answer } | { readonly failure: string }

/** Runs a script that ends with `tellParent`; rejects where it fails, and after `milliseconds`. */
export const childAnswer = async <Answer>(script: ChildScript, milliseconds: number): Promise<Answer> => {
  const child = forkChild(script)
  let timer: NodeJS.Timeout | undefined
  const message = new Promise<ChildMessage<Answer>>((resolve, reject) => {
    // Boundary: the scripts and their callers agree on what `tellParent` sends.
    child.process.once("message", (told) => resolve(told as ChildMessage<Answer>))
    void child.exited.then(() => reject(new Error(`Child process ended without an answer: ${child.errorOutput()}`)))
    timer = setTimeout(() => reject(new Error(`Child process took longer than ${milliseconds / 1000} s`)), milliseconds)
  })
  try {
    const told = await message
    if ("failure" in told) throw new Error(told.failure)
    return told.answer
  } finally {
    clearTimeout(timer)
    await child.stop()
  }
}

/** Runs `work` in a child process and sends its answer to the parent, which then ends it. */
export const tellParent = async <Answer>(work: () => Promise<Answer>): Promise<void> => {
  const message: ChildMessage<Answer> = await work().then(
    (answer) => ({ answer }),
    (failure: unknown) => ({ failure: failure instanceof Error ? failure.message : String(failure) })
  )
  process.send?.(message)
}
