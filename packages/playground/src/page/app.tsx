import { useState } from "preact/hooks"
import { useStore } from "../device/use-store.ts"
import type { ReadableStore } from "@tve-pass/entitlement/promise"
import { setUpOf, writeSetUp } from "../television/set-up.ts"
import type { PlaygroundConnection } from "./connection.ts"
import type { Model } from "./model.ts"

interface PageProperties {
  readonly connection: PlaygroundConnection
  readonly model: ReadableStore<Model>
}

/** The page of the playground. */
export const Page = ({ connection, model }: PageProperties) => {
  const { state, exchanges } = useStore(model)
  const [problem, setProblem] = useState("")
  if (state === undefined) return <main>Starting …</main>
  const startOver = () => connection.perform({ kind: "start" }).catch((failure: unknown) => setProblem(String(failure)))
  return (
    <>
      <header>
        <h1>tve-pass playground</h1>
        <button onClick={() => void startOver()}>Start over</button>
        <p role="alert">{problem}</p>
      </header>
      <main aria-label="Playground">
        <iframe
          class="television"
          title="Television"
          key={`tv ${state.run}`}
          src={`./tv.html?${writeSetUp(setUpOf(state.scenario))}`}
        />
        <iframe class="phone" title="Phone" key={`phone ${state.run}`} src="./phone.html" />
        <ol>
          {exchanges.map(({ id, method, path, response }) => (
            <li key={id}>
              {response?.status ?? "…"} {method} {path}
            </li>
          ))}
        </ol>
      </main>
    </>
  )
}
