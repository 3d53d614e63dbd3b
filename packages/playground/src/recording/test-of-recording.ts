import { connectionSource } from "./connection-source.ts"
import { usedImports } from "./imports.ts"
import type { RecordedStep } from "./recorded-step.ts"
import { duration, hereComment, signInComment, signInMembers, startComment, startMembers } from "./seen-source.ts"
import { deviceIdentifier, scenarioOptions, singleSignOnSource } from "./set-up-source.ts"
import { commandSource } from "./simulator-source.ts"
import { file, fittingList, fittingObject, indented, literal, membersOf, shorthand } from "./source-text.ts"
import { clientIdSource, hereSource, messageOfSource, secondScreenSource, shownCodeSource } from "./test-functions.ts"
import type { TelevisionSetUp } from "../television/set-up.ts"
import { previews } from "../television/previews.ts"

type Lines = ReadonlyArray<string>

/**
 * Returns a vitest file that repeats a recording with `@tve-pass/testing` and asserts what was seen. It needs
 * `@tve-pass/auth`, `@tve-pass/entitlement`, `@tve-pass/testing`, `effect` and `vitest`.
 *
 * Throws if the recording does not start with `choose-scenario`.
 */
export const testOf = (recording: ReadonlyArray<RecordedStep>): string => {
  const [first] = recording
  if (first?.kind !== "choose-scenario") throw new Error("A recording starts with the choice of a scenario.")
  const writer = createWriter(first.scenario)
  const body = recording.map((step, index) => writer.write(step, recording[index + 1]))
  return file([
    [...usedImports([...body, ...writer.declared()].flat()), 'import { expect, it, onTestFinished, vi } from "vitest"'],
    ...writer.declared(),
    [
      `it(${literal(`${first.scenario}: repeats what was done in the playground`)}, async () => {`,
      ...indented([
        "// A timer fires as soon as the code waits for it.",
        "vi.useFakeTimers()",
        'vi.setTimerTickMode("nextTimerAsync")',
        "onTestFinished(() => void vi.useRealTimers())",
        ...body.flatMap((lines) => ["", ...lines]),
        // The application before a restart goes on polling: it cannot be cut off as by a reload.
        ...(recording.some(isResumed) ? [] : ["", "simulator.journal.expectNoViolations()"])
      ]),
      "})"
    ]
  ])
}

const isResumed = (step: RecordedStep): boolean =>
  step.kind === "start-application" && step.seen.kind === "sign-in-resumed"

/** Writes the statements of one step after another. */
const createWriter = (scenario: string) => {
  const declarations = new Map<string, Lines>()
  const counts = new Map<string, number>()
  const storages = new Map<string, string>()
  let setUp: TelevisionSetUp | undefined
  let entitlement = "entitlement"
  let signIn = "signIn"
  let started = "started"
  let isFresh = true
  /** The sign-in whose code has a variable. */
  let shown: string | undefined

  /** Returns a name that is not taken: `signIn`, `signIn2`, ... */
  const name = (base: string): string => {
    const count = (counts.get(base) ?? 0) + 1
    counts.set(base, count)
    return count === 1 ? base : `${base}${count}`
  }
  const declare = (key: string, lines: Lines) => void declarations.set(key, lines)

  const application = (of: TelevisionSetUp): Lines => {
    const lines: Array<string> = []
    const place = `${of.television} ${of.application}`
    let storage = storages.get(place)
    const isFirst = storage === undefined
    if (storage === undefined) {
      storage = name("storage")
      storages.set(place, storage)
      lines.push(`const ${storage} = memoryStore()`)
    }
    const { option, declares } = singleSignOnSource(of)
    if (declares.length > 0) declare(of.singleSignOn.startsWith("apple") ? "apple" : "token", declares)
    if (of.singleSignOn.startsWith("apple") && counts.get("samlResponse") === undefined) {
      lines.push(`const { samlResponse } = simulator.partner`)
      counts.set("samlResponse", 1)
    }
    const options = name("options")
    const pass = name("pass")
    entitlement = name("entitlement")
    isFresh = true
    const names = { options, pass, entitlement, storage }
    lines.push(...connectionSource(scenario, of, names, { isFirst, singleSignOn: option }))
    return lines
  }

  /** Asserts that a call resolves to a value with these members, or rejects as it did. */
  const expects = (call: string, seen: { readonly kind: string }, members: object = seen): Lines => {
    if (seen.kind === "failed") return rejects(call, seen)
    return fittingObject(`expect(await ${call}).toMatchObject(`, membersOf(members), ")")
  }
  const rejects = (call: string, seen: { readonly kind: string; readonly message?: string }): Lines => {
    declare("messageOf", messageOfSource)
    return [`expect(await messageOf(${call})).toBe(${literal(seen.message)})`]
  }
  const lastOf = (base: string): string => {
    const count = counts.get(base) ?? 1
    return count === 1 ? base : `${base}${count}`
  }

  const showCode = (): Lines => {
    if (shown === signIn) return []
    shown = signIn
    declare("shownCode", shownCodeSource)
    return [`const ${name("code")} = await shownCode(${signIn})`]
  }
  const values = () => {
    const current = setUp ?? { television: "living-room", application: "first", singleSignOn: "none" }
    return {
      code: lastOf("code"),
      clientId: "clientIdOf(simulator)",
      deviceIdentifier: deviceIdentifier(scenario, current)
    }
  }

  const write = (step: RecordedStep, next: RecordedStep | undefined): Lines => {
    switch (step.kind) {
      case "choose-scenario":
        setUp = step.setUp
        return [`const simulator = createSimulatorCore(${scenarioOptions(step.scenario)})`, ...application(step.setUp)]
      case "set-up-television":
        setUp = step.setUp
        return [
          `// ${
            step.setUp.television === "kitchen" ? "The television in the kitchen" : "The television in the living room"
          }, with its ${step.setUp.application} application.`,
          ...application(step.setUp)
        ]
      case "start-application": {
        const again = isFresh || setUp === undefined ? [] : ["// The television starts again.", ...application(setUp)]
        isFresh = false
        if (step.seen.kind === "sign-in-resumed") {
          signIn = name("signIn")
          const resumed = name("resumed")
          return [
            ...again,
            "// It continues the sign-in that was interrupted.",
            `const ${resumed} = await ${entitlement}.resume()`,
            `if (${resumed} === undefined) throw new Error("There is no sign-in to continue.")`,
            `const ${signIn} = ${resumed}`
          ]
        }
        const comment = `// ${startComment(step.seen)}`
        if (step.seen.kind === "several-profiles" && next?.kind === "choose-profile") {
          started = name("started")
          return [
            ...again,
            comment,
            `const ${started} = await ${entitlement}.start()`,
            `if (${started}.kind !== "several-profiles") throw new Error(\`The start found \${${started}.kind}.\`)`
          ]
        }
        return [...again, comment, ...expects(`${entitlement}.start()`, step.seen, startMembers(step.seen))]
      }
      case "choose-profile":
        return [
          "// The viewer chooses one of the profiles.",
          `expect(${started}.choose(${literal(step.mvpd)}).mvpd.id).toBe(${literal(step.mvpd)})`
        ]
      case "list-mvpds": {
        const comment = "// The viewer opens the list of TV providers."
        if ("kind" in step.seen) return [comment, ...rejects(`${entitlement}.mvpds()`, step.seen)]
        return [
          comment,
          ...fittingList(`expect((await ${entitlement}.mvpds()).map(({ id }) => id)).toEqual(`, step.seen, ")")
        ]
      }
      case "sign-in-with-code": {
        signIn = name("signIn")
        if (step.mvpd === undefined) {
          return [
            "// The television asks for a code; the viewer selects the TV provider on the phone.",
            `const ${signIn} = ${entitlement}.signInWithCode()`,
            ...(endsAtOnce(next) ? [] : showCode())
          ]
        }
        const mvpd = name("mvpd")
        return [
          `// The viewer selects ${step.mvpd}, and the television asks for a code.`,
          `const ${mvpd} = (await ${entitlement}.mvpds()).find(({ id }) => id === ${literal(step.mvpd)})`,
          `const ${signIn} = ${entitlement}.signInWithCode({ ${shorthand("mvpd", mvpd)} })`,
          ...(endsAtOnce(next) ? [] : showCode())
        ]
      }
      case "second-screen": {
        const code = lastOf("code")
        const does = step.does === "sign-in" ? "signs in" : "declines"
        const finish =
          step.does === "decline"
            ? `simulator.mvpd.decline(${code})`
            : `simulator.mvpd.signIn(${code}${step.viewer === undefined ? "" : `, ${literal(step.viewer)}`})`
        if (step.mvpd === undefined) return [`// The viewer enters the code on a phone and ${does}.`, finish]
        declare("secondScreen", secondScreenSource)
        return [
          `// The viewer enters the code on a phone, selects ${step.mvpd} and ${does}.`,
          `await selectOnPhone(simulator, ${code}, ${literal(step.mvpd)})`,
          finish
        ]
      }
      case "cancel-sign-in":
        return ["// The viewer goes back.", `${signIn}.cancel()`]
      case "code-sign-in-ended":
        return [`// ${signInComment(step.seen)}`, ...expects(`${signIn}.result`, step.seen, signInMembers(step.seen))]
      case "sign-in-here": {
        const mvpd = name("mvpd")
        const open = name("open")
        return [
          `// The viewer selects ${step.mvpd} and ${hereComment[step.does]}.`,
          `const ${mvpd} = (await ${entitlement}.mvpds()).find(({ id }) => id === ${literal(step.mvpd)})`,
          `if (${mvpd} === undefined) throw new Error(${literal(`${step.mvpd} is not offered.`)})`,
          `const ${open}: OpenUserAgent = async () => {`,
          ...indented(hereSource[step.does]),
          "}",
          ...expects(
            `${entitlement}.signInHere({ ${shorthand("mvpd", mvpd)}, ${shorthand("open", open)} })`,
            step.seen,
            signInMembers(step.seen)
          )
        ]
      }
      case "sign-in-with-partner":
        return [
          "// The system's TV provider is asked.",
          ...expects(`signInWithPartner(${entitlement})`, step.seen, signInMembers(step.seen))
        ]
      case "decide-catalogue": {
        const comment = "// The catalogue is decorated."
        const resources = name("resources")
        const asked = fittingList(`const ${resources} = `, step.resources, "")
        const call = `${entitlement}.preauthorize(${resources})`
        if ("kind" in step.seen) return [comment, ...asked, ...rejects(call, step.seen)]
        const catalogue = name("catalogue")
        return [
          comment,
          ...asked,
          `const ${catalogue} = await ${call}`,
          ...fittingList(`expect(${catalogue}.map(({ kind }) => kind)).toEqual(`, step.seen, ")")
        ]
      }
      case "play":
        return [
          `// The viewer plays ${step.resource}.`,
          ...expects(`${entitlement}.authorize(${literal(step.resource)})`, step.seen, step.seen)
        ]
      case "preview": {
        const preview = name("preview")
        return [
          `// The viewer watches ${step.resource} with a ${step.pass} TempPass.`,
          ...fittingObject(`const ${preview} = temporaryAccess(${entitlement}, `, membersOf(previews[step.pass]), ")"),
          ...expects(`${preview}.authorize(${literal(step.resource)})`, step.seen, step.seen)
        ]
      }
      case "refresh-profile": {
        const comment = "// The profile is read again."
        if ("kind" in step.seen) return [comment, ...rejects(`${entitlement}.refreshProfile()`, step.seen)]
        const { mvpd } = step.seen
        const expected = mvpd === undefined ? "toBeUndefined()" : `toMatchObject({ mvpd: { id: ${literal(mvpd)} } })`
        return [comment, `expect(await ${entitlement}.refreshProfile()).${expected}`]
      }
      case "sign-out": {
        const comment = "// The viewer signs out."
        const call = `${entitlement}.signOut({ because: "the viewer asked" })`
        if ("kind" in step.seen) return [comment, ...rejects(call, step.seen)]
        return [comment, ...fittingList(`expect(await ${call}).toMatchObject(`, step.seen, ")")]
      }
      case "break": {
        const { comment, statement } = commandSource(step.command, values())
        if (statement.join().includes("clientIdOf")) declare("clientIdOf", clientIdSource)
        return [`// ${comment}`, ...statement]
      }
      case "jump":
        return [`// ${duration(step.milliseconds)} pass.`, `await vi.advanceTimersByTimeAsync(${step.milliseconds})`]
    }
  }
  return { write, declared: (): ReadonlyArray<Lines> => [...declarations.values()] }
}

/** Whether the sign-in ends without a code that the viewer sees. */
const endsAtOnce = (next: RecordedStep | undefined): boolean =>
  next?.kind === "code-sign-in-ended" || next?.kind === "cancel-sign-in"
