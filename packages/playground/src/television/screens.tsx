import { generate } from "lean-qr"
import { toSvg } from "lean-qr/extras/svg"
import type { ShowingCode } from "@tve-pass/entitlement/promise"
import type { ComponentChildren } from "preact"
import { useEffect, useLayoutEffect, useRef } from "preact/hooks"
import { deviceClock } from "../clock/device-clock.ts"
import { useNow } from "../device/use-now.ts"
import { useStore } from "../device/use-store.ts"
import type { Screen } from "./screen.ts"
import type { TelevisionSetUp } from "./set-up.ts"
import type { Television } from "./television.ts"
import { problemWords, signOutWords } from "./words.ts"

type Of<Name extends Screen["name"]> = Extract<Screen, { readonly name: Name }>

interface Shown {
  readonly television: Television
}

const Buttons = ({ children }: { readonly children: ComponentChildren }) => <div class="buttons">{children}</div>

export const Busy = ({ doing }: Of<"busy">) => (
  <div class="middle" role="status">
    <p class="busy">{doing} …</p>
  </div>
)

export const Home = ({
  television,
  setUp,
  notice,
  remembered
}: Shown & Of<"home"> & { readonly setUp: TelevisionSetUp }) => (
  <>
    <h1>Watch live TV</h1>
    <p class="lead">Sign in with your TV provider{remembered === undefined ? "" : `, last time ${remembered}`}.</p>
    <p role="status" class="notice">
      {notice}
    </p>
    <Buttons>
      <button onClick={() => television.signInWithCode()}>Sign in with your phone</button>
      <button onClick={television.selectProvider}>Select TV provider</button>
      {setUp.singleSignOn.startsWith("apple") ? (
        <button onClick={television.signInWithPartner}>Use the TV provider of this device</button>
      ) : null}
    </Buttons>
    <Buttons>
      <button onClick={() => television.preview("basic")}>Free preview, 3 minutes</button>
      <button onClick={() => television.preview("promotional")}>Promotional preview</button>
    </Buttons>
  </>
)

export const Profiles = ({ television, choices }: Shown & Of<"profiles">) => (
  <>
    <h1>Which TV provider?</h1>
    <p class="lead">Your household has signed in at several.</p>
    <Buttons>
      {choices.map(({ mvpd: { id, displayName } }) => (
        <button key={id} onClick={() => television.chooseProfile(id)}>
          {displayName ?? id}
        </button>
      ))}
    </Buttons>
  </>
)

export const Providers = ({ television, mvpds }: Shown & Of<"providers">) => (
  <>
    <h1>Select your TV provider</h1>
    <Buttons>
      {mvpds.map((mvpd) => (
        <button key={mvpd.id} onClick={() => television.showProvider(mvpd)}>
          {mvpd.displayName}
        </button>
      ))}
    </Buttons>
    <Buttons>
      <button class="quiet" onClick={television.back}>
        Back
      </button>
    </Buttons>
  </>
)

export const Provider = ({ television, mvpd }: Shown & Of<"provider">) => (
  <>
    <h1>{mvpd.displayName}</h1>
    <p class="lead">Where do you want to sign in?</p>
    <Buttons>
      <button onClick={() => television.signInWithCode(mvpd)}>On your phone</button>
      <button onClick={() => television.signInHere(mvpd)}>On this television</button>
      <button class="quiet" onClick={television.back}>
        Back
      </button>
    </Buttons>
  </>
)

export const Code = ({ television, signIn, publicOrigin }: Shown & Of<"code"> & { readonly publicOrigin: string }) => {
  const step = useStore(signIn)
  return step.step === "showing-code" ? (
    <ShownCode {...{ television, signIn, step, publicOrigin }} />
  ) : (
    <Busy name="busy" doing="Requesting a code" />
  )
}

const ShownCode = ({
  television,
  signIn,
  step,
  publicOrigin
}: Shown & Pick<Of<"code">, "signIn"> & { readonly step: ShowingCode; readonly publicOrigin: string }) => {
  const now = useNow(deviceClock)
  const seconds = Math.max(0, Math.round((step.endsAt - now) / 1_000))
  return (
    <div class="code-screen">
      <QrCode address={`${publicOrigin}/phone?code=${step.code}`} />
      <div>
        <h1>Sign in with your phone</h1>
        <p class="lead">
          Open <b>{new URL(publicOrigin).host}/phone</b> and enter
        </p>
        <p class="code" aria-label={`Code ${[...step.code].join(" ")}`} role="status">
          {step.code}
        </p>
        <p class="dim" aria-live="off">
          {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")} left · asked{" "}
          {step.polls === 1 ? "once" : `${step.polls} times`}
          {step.pausedBy === undefined ? "" : ` · paused by the ${step.pausedBy}`}
        </p>
        <Buttons>
          <button onClick={signIn.renew}>New code</button>
          <button class="quiet" onClick={television.back}>
            Cancel
          </button>
        </Buttons>
      </div>
    </div>
  )
}

const QrCode = ({ address }: { readonly address: string }) => {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    holder.current?.replaceChildren(toSvg(generate(address), document))
  }, [address])
  return <div class="qr" role="img" aria-label="QR code of the address" ref={holder} />
}

export const UserAgent = ({ television, title, href }: Shown & Of<"user-agent">) => {
  const frame = useRef<HTMLIFrameElement>(null)
  // Takes the keyboard back before the frame goes, which would take it along.
  useLayoutEffect(() => {
    const element = frame.current
    return () => {
      if (document.activeElement === element) window.focus()
    }
  }, [])
  const listen = () => {
    frame.current?.contentWindow?.focus()
    frame.current?.contentDocument?.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") television.back()
    })
  }
  return (
    <div class="user-agent">
      <div class="bar">
        <h1>{title}</h1>
        <button class="quiet" onClick={television.back}>
          Close
        </button>
      </div>
      <iframe title={title} src={href} ref={frame} onLoad={listen} />
    </div>
  )
}

const decorations = { asking: "…", permit: "", deny: "Locked", undecided: "" } as const

export const Catalogue = ({ television, access, decisions, notice }: Shown & Of<"catalogue">) => (
  <>
    <h1>What do you want to watch?</h1>
    <p class="dim">
      {access.mvpd.displayName ?? access.mvpd.id} · {access.kind}
    </p>
    <div class="tiles">
      {decisions.map(({ resource, title, kind }) => (
        <button key={resource} class={`tile ${kind}`} onClick={() => television.play(resource)}>
          <span>{title}</span>
          <span class="decoration">{decorations[kind]}</span>
        </button>
      ))}
    </div>
    <p role="status" class="notice">
      {notice}
    </p>
    <Buttons>
      <button class="quiet" onClick={television.refreshProfile}>
        Refresh profile
      </button>
      <button class="quiet" onClick={television.signOut}>
        Sign out
      </button>
    </Buttons>
  </>
)

export const Player = ({ television, resource, mvpd, isPreview }: Shown & Of<"player">) => (
  <div class="player">
    <div class="picture" aria-hidden="true" />
    <div class="caption">
      <h1>{resource}</h1>
      <p role="status">
        {isPreview ? "Preview" : "Playing"}: <b>{resource}</b> with {mvpd}
      </p>
      <button onClick={television.back}>Stop</button>
    </div>
  </div>
)

export const Denied = ({ television, resource, message, isPreview }: Shown & Of<"denied">) => (
  <>
    <h1>{resource} does not play</h1>
    <p class="lead" role="alert">
      {message}
    </p>
    <Buttons>
      <button onClick={television.back}>{isPreview ? "Back" : "Back to the catalogue"}</button>
      {isPreview ? <button onClick={() => television.signInWithCode()}>Sign in with your phone</button> : null}
    </Buttons>
  </>
)

export const Problem = ({ television, message }: Shown & Of<"problem">) => (
  <>
    <h1>{problemWords[message.kind] || "Nothing happened"}</h1>
    <p class="lead" role="alert">
      {message.text}
    </p>
    <p class="dim">{message.log.code}</p>
    <Buttons>
      <button onClick={television.back}>Back</button>
      <button onClick={television.start}>Try again</button>
    </Buttons>
  </>
)

export const SignedOut = ({ television, steps }: Shown & Of<"signed-out">) => (
  <>
    <h1>You are signed out</h1>
    <div role="status">
      <ul class="lead">
        {steps.map((step) => (
          <li key={step.mvpd}>{signOutWords(step)}</li>
        ))}
      </ul>
    </div>
    <Buttons>
      <button onClick={television.back}>Continue</button>
    </Buttons>
  </>
)
