import { forkChild, type ChildScript } from "./fork-child.ts"

/** What a child sends: its result, or why there is none. */
type ChildMessage<Result> = { readonly result: Result } | { readonly failure: string }

/** Runs a script that ends with `sendResult`. Rejects if it fails or takes longer than `milliseconds`. */
export const childResult = async <Result>(script: ChildScript, milliseconds: number): Promise<Result> => {
  const child = forkChild(script)
  let timer: NodeJS.Timeout | undefined
  const received = new Promise<ChildMessage<Result>>((resolve, reject) => {
    // Boundary: the scripts and their callers agree on what `sendResult` sends.
    child.process.once("message", (message) => resolve(message as ChildMessage<Result>))
    void child.exited.then(() => reject(new Error(`Child process ended without a result: ${child.errorOutput()}`)))
    timer = setTimeout(() => reject(new Error(`Child process took longer than ${milliseconds / 1000} s`)), milliseconds)
  })
  try {
    const message = await received
    if ("failure" in message) throw new Error(message.failure)
    return message.result
  } finally {
    clearTimeout(timer)
    await child.stop()
  }
}

/** Does the work of a child process and sends its result to the parent, which then ends the process. */
export const sendResult = async <Result>(work: () => Promise<Result>): Promise<void> => {
  const message: ChildMessage<Result> = await work().then(
    (result) => ({ result }),
    (failure: unknown) => ({ failure: failure instanceof Error ? failure.message : String(failure) })
  )
  process.send?.(message)
}

/** Runs a script of the benchmarks with flags that measuring memory needs. */
export const measureInChild = <Result>(script: URL, ...args: ReadonlyArray<string | number>): Promise<Result> =>
  childResult(
    {
      script,
      args: args.map(String),
      nodeFlags: ["--expose-gc", "--max-semi-space-size=128", "--max-old-space-size=8192"]
    },
    600_000
  )
