import type { ReadableStore } from "@tve-pass/entitlement/promise"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { createScaledClock } from "../clock/scaled-clock.ts"
import { useNow } from "../device/use-now.ts"
import { useStore } from "../device/use-store.ts"
import type { PlaygroundCommand } from "../host/playground-command.ts"
import type { PlaygroundState } from "../host/playground-event.ts"
import {
  onFrameMessage,
  type MessageFromDevice,
  type MessageToDevice,
  type ViewerSummary
} from "../messages/frame-message.ts"
import type { RecordedStep } from "../recording/recorded-step.ts"
import { setUpOf, writeSetUp, type TelevisionSetUp } from "../television/set-up.ts"
import { BreakagePanel } from "./breakage/breakage-panel.tsx"
import type { PlaygroundConnection } from "./connection.ts"
import { Choice } from "./controls/choice.tsx"
import { ClockControl } from "./controls/clock-control.tsx"
import { isLoginOnPhone, secondScreenStep } from "./controls/second-screen-step.ts"
import { stepOfCommand } from "./controls/step-of-command.ts"
import { ScenarioControl } from "./controls/scenario-control.tsx"
import { RecordingControl } from "./controls/recording-control.tsx"
import { RemoteControl } from "./controls/remote-control.tsx"
import { ExplanationPanel } from "./explanation/explanation-panel.tsx"
import { explain } from "./explanation/explain.ts"
import { MetersPanel } from "./meters/meters-panel.tsx"
import { metersOf } from "./meters/meters.ts"
import type { Model } from "./model.ts"
import { RequestDetail } from "./requests/request-detail.tsx"
import { RequestList } from "./requests/request-list.tsx"
import { marksOf, type Wait } from "./timeline/marks.ts"
import { Timeline } from "./timeline/timeline.tsx"

interface PageProperties {
  readonly connection: PlaygroundConnection
  readonly model: ReadableStore<Model>
}

/** The page of the playground. */
export const Page = ({ connection, model }: PageProperties) => {
  const { state, exchanges } = useStore(model)
  return state === undefined ? (
    <main aria-label="Playground">Starting …</main>
  ) : (
    <Playground {...{ connection, state, exchanges }} />
  )
}

/** What the page knows of one run only. */
interface OfRun {
  readonly run: string
  readonly setUp: TelevisionSetUp
  readonly viewer: ViewerSummary | undefined
  readonly waits: ReadonlyArray<Wait>
  /** What was done, for the buttons that copy it. */
  readonly recording: ReadonlyArray<RecordedStep>
  /** The last login on the phone that is part of the recording. */
  readonly recorded: number
  /** The request that is shown in detail; the newest if absent. */
  readonly selected: number | undefined
}

const startOf = ({ run, scenario }: PlaygroundState): OfRun => ({
  run,
  setUp: setUpOf(scenario),
  viewer: undefined,
  waits: [],
  recording: [{ kind: "choose-scenario", scenario, setUp: setUpOf(scenario) }],
  recorded: 0,
  selected: undefined
})

/** The controls, the devices and what goes over the wire. */
const Playground = ({
  connection,
  state,
  exchanges
}: {
  readonly connection: PlaygroundConnection
  readonly state: PlaygroundState
  readonly exchanges: Model["exchanges"]
}) => {
  const clock = useMemo(() => createScaledClock(state.clock.now), [])
  const now = useNow(clock)
  const television = useRef<HTMLIFrameElement>(null)
  const phone = useRef<HTMLIFrameElement>(null)
  const breakButton = useRef<HTMLButtonElement>(null)
  const [ofSomeRun, setOfRun] = useState<OfRun>(() => startOf(state))
  const ofRun = ofSomeRun.run === state.run ? ofSomeRun : startOf(state)
  const { setUp, viewer, waits, recording, selected } = ofRun
  const changeRun = (changed: (earlier: OfRun) => Partial<OfRun>) =>
    setOfRun((stored) => {
      const earlier = stored.run === state.run ? stored : startOf(state)
      return { ...earlier, ...changed(earlier) }
    })
  const setSelected = (id: number) => changeRun(() => ({ selected: id }))
  const [isBreaking, setBreaking] = useState(false)
  const [problem, setProblem] = useState("")

  const record = (step: RecordedStep) => changeRun((earlier) => ({ recording: [...earlier.recording, step] }))
  const perform = (command: PlaygroundCommand) => {
    setProblem("")
    connection.perform(command).then(
      () => recordCommand(command),
      (failure: unknown) => setProblem(failure instanceof Error ? failure.message : String(failure))
    )
  }
  const recordCommand = (command: PlaygroundCommand) => {
    const step = stepOfCommand(command)
    if (step !== undefined) record(step)
  }
  const tell = (message: MessageToDevice) => {
    for (const frame of [television, phone]) frame.current?.contentWindow?.postMessage(message, location.origin)
  }
  useEffect(() => {
    clock.set(state.clock)
    tell({ kind: "clock", reading: clock.reading() })
  }, [state.clockChanges])
  useEffect(
    () =>
      onFrameMessage<MessageFromDevice>((message) => {
        if (message.kind === "viewer") changeRun(() => ({ viewer: message.viewer }))
        if (message.kind === "step") record(message.step)
        if (message.kind === "waited") changeRun((earlier) => ({ waits: [...earlier.waits.slice(-100), message] }))
      }),
    [state.run]
  )
  const change = (changed: Partial<TelevisionSetUp>) =>
    changeRun((earlier) => {
      const setUp = { ...earlier.setUp, ...changed }
      return { viewer: undefined, setUp, recording: [...earlier.recording, { kind: "set-up-television", setUp }] }
    })

  // What a person does on the login page shows on the wire only.
  useEffect(() => {
    changeRun((earlier) => {
      const login = exchanges.find((exchange) => exchange.id > earlier.recorded && isLoginOnPhone(exchange))
      if (login === undefined) return {}
      const step = secondScreenStep(login, exchanges, state.phoneNetwork)
      return { recording: [...earlier.recording, step], recorded: login.id }
    })
  }, [exchanges])

  const closeBreakage = () => {
    setBreaking(false)
    breakButton.current?.focus()
  }

  const meters = metersOf(exchanges, state, viewer, now)
  const query = writeSetUp(setUp)
  const shown = exchanges.find(({ id }) => id === selected) ?? exchanges.at(-1)
  return (
    <div class="playground">
      <header>
        <a
          class="skip"
          href="#television"
          onClick={(event) => {
            event.preventDefault()
            television.current?.focus()
          }}
        >
          To the television
        </a>
        <h1>tve-pass playground</h1>
        <ScenarioControl state={state} perform={perform} />
        <button
          ref={breakButton}
          aria-expanded={isBreaking}
          aria-controls="breakage"
          onClick={() => setBreaking(!isBreaking)}
        >
          Break …
        </button>
        <ClockControl rate={state.clock.rate} {...{ now, meters, perform }} />
        <p role="alert">{problem}</p>
      </header>
      <main aria-label="Playground">
        {isBreaking ? <BreakagePanel {...{ state, exchanges, perform }} onClose={closeBreakage} /> : null}
        <section class="devices" aria-label="Devices">
          <div class="television">
            <iframe
              id="television"
              data-run={state.run}
              title="Television"
              key={`${state.run} ${query}`}
              src={`./tv.html?${query}`}
              ref={television}
            />
            <div class="settings">
              <RemoteControl onPress={(key) => tell({ kind: "key", key })} />
              <Choice
                label="TV"
                value={setUp.television}
                choices={[
                  ["living-room", "living room"],
                  ["kitchen", "kitchen"]
                ]}
                onChange={(chosen) => change({ television: chosen })}
              />
              <Choice
                label="App"
                value={setUp.application}
                choices={[
                  ["first", "first"],
                  ["second", "second"]
                ]}
                onChange={(application) => change({ application })}
              />
              <Choice
                label="SSO"
                value={setUp.singleSignOn}
                choices={[
                  ["none", "none"],
                  ["platform-identity", "platform"],
                  ["service-token", "service token"],
                  ["apple", "Apple"],
                  ["apple-denied", "Apple, denied"]
                ]}
                onChange={(singleSignOn) => change({ singleSignOn })}
              />
            </div>
          </div>
          <div class="phone">
            <iframe title="Phone" key={state.run} src="./phone.html" ref={phone} />
            <div class="settings">
              <label>
                <input
                  type="checkbox"
                  checked={state.phoneNetwork === "mobile"}
                  onChange={({ currentTarget }) =>
                    perform({ kind: "set-phone-network", network: currentTarget.checked ? "mobile" : "home" })
                  }
                />{" "}
                Phone on mobile data
              </label>
            </div>
          </div>
          <ExplanationPanel
            scenario={state.scenario}
            description={state.description}
            explanation={explain(viewer, exchanges)}
          />
        </section>
        <Timeline
          actions={<RecordingControl recording={recording} />}
          marks={marksOf(exchanges, waits, now)}
          selected={shown?.id}
          onSelect={setSelected}
        />
        <section class="wire" aria-label="Over the wire">
          <RequestList exchanges={exchanges} selected={shown?.id} onSelect={setSelected} />
          <RequestDetail exchange={shown} />
          <MetersPanel
            meters={meters}
            throttled={exchanges.filter(({ response }) => response?.status === 429).length}
            violations={exchanges.flatMap(({ violations }) => violations)}
          />
        </section>
      </main>
    </div>
  )
}
