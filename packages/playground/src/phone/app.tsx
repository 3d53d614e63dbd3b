import type { AuthorizedTransport } from "@tve-pass/auth/promise"
import { createSecondScreen, type SecondScreenSession } from "@tve-pass/entitlement/second-screen"
import { viewerMessage, type SelectableMvpd } from "@tve-pass/entitlement/promise"
import { useMemo, useRef, useState, useEffect } from "preact/hooks"
import type { DeviceSettings } from "../host/playground-event.ts"
import { problemWords } from "../television/words.ts"

interface PhoneProperties {
  readonly pass: AuthorizedTransport
  readonly settings: DeviceSettings
}

type View =
  | { readonly name: "code"; readonly problem?: string; readonly suggestion?: string }
  | { readonly name: "provider"; readonly session: SecondScreenSession; readonly mvpds: ReadonlyArray<SelectableMvpd> }
  | { readonly name: "done" }

/** The page on which the viewer enters the television's code. */
export const Phone = ({ pass, settings: { serviceProvider, domainName } }: PhoneProperties) => {
  const secondScreen = useMemo(
    () =>
      createSecondScreen({
        pass,
        serviceProvider,
        domainName,
        redirectUrl: new URL("./phone.html?signed-in", location.href).href
      }),
    [pass, serviceProvider, domainName]
  )
  const [view, setView] = useState<View>({ name: "code" })
  const [code, setCode] = useState(new URLSearchParams(location.search).get("code") ?? "")
  const [isBusy, setBusy] = useState(false)

  const run = async (action: () => Promise<void>) => {
    setBusy(true)
    try {
      await action()
    } catch (failure) {
      setView({ name: "code", problem: problemWords[viewerMessage(failure).kind] })
    } finally {
      setBusy(false)
    }
  }
  const proceed = async (session: SecondScreenSession, mvpd?: SelectableMvpd) => {
    const step = await session.proceed({ mvpd })
    switch (step.kind) {
      case "open":
        location.assign(step.address.href)
        return
      case "missing":
        return setView({ name: "provider", session, mvpds: await secondScreen.mvpds() })
      case "already-signed-in":
        return setView({ name: "done" })
      case "integration-removed":
        return setView({ name: "code", problem: "This TV provider is no longer available." })
      case "wrong-or-expired":
        return setView({ name: "code", problem: "That code has expired. Look at your television again." })
      case "unsupported":
        return setView({ name: "code", problem: "Please update this page." })
    }
  }
  const enter = () =>
    run(async () => {
      const entered = await secondScreen.enter(code)
      if (entered.kind === "ready") return proceed(entered.session)
      const { suggestion } = entered
      setView({
        name: "code",
        problem: "That code is wrong or has expired.",
        ...(suggestion === undefined ? {} : { suggestion })
      })
    })

  switch (view.name) {
    case "done":
      return <SignedIn />
    case "provider":
      return (
        <main aria-label="Phone">
          <Heading>Select your TV provider</Heading>
          <p>
            For the {view.session.device.operatingSystem?.name ?? "television"} with the code {view.session.code}
          </p>
          <ul>
            {view.mvpds.map((mvpd) => (
              <li key={mvpd.id}>
                <button disabled={isBusy} onClick={() => void run(() => proceed(view.session, mvpd))}>
                  {mvpd.displayName}
                </button>
              </li>
            ))}
          </ul>
        </main>
      )
    case "code":
      return (
        <main aria-label="Phone">
          <h1>Activate your TV</h1>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void enter()
            }}
          >
            <label for="code">Code on your television</label>
            <input
              id="code"
              value={code}
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby="problem"
              onInput={({ currentTarget }) => {
                setCode(currentTarget.value)
                setView({ name: "code" })
              }}
            />
            <p id="problem" role="alert">
              {view.problem}
            </p>
            {view.suggestion === undefined ? null : (
              <button type="button" class="quiet" onClick={() => setCode(view.suggestion ?? "")}>
                Use {view.suggestion}
              </button>
            )}
            <button disabled={isBusy}>Continue</button>
          </form>
        </main>
      )
  }
}

/** The heading of a view that has just replaced another: the keyboard goes on from here. */
const Heading = ({ children }: { readonly children: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.hasFocus()) heading.current?.focus()
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** The page of `redirectUrl`. */
export const SignedIn = () => (
  <main aria-label="Phone">
    <Heading>All done here</Heading>
    <p role="status">Go back to your television.</p>
    <p>
      <a href="./phone.html">Enter another code</a>
    </p>
  </main>
)
