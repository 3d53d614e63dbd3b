import type axe from "axe-core"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Frame, Page } from "playwright-core"
import { kindsOfElements, type Surveyed } from "./kinds-of-elements.ts"

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8")

/** Checks what a page shows. Resolves to the findings of axe that are moderate or worse. */
export type AccessibilityCheck = (page: Page) => Promise<ReadonlyArray<string>>

/**
 * Creates a check of screens by axe, which is slow: contrast takes most of its time, and it judges each element of a kind
 * alike. So it runs the rules of axe in each frame of a page that shows something new: an element of a new kind, a kind
 * that occurs several times for the first time, another set of headings and landmarks, or a window of another size. It
 * checks the contrast of one element of each kind, once in each color scheme. Texts make no difference.
 */
export const createAccessibilityCheck = (): AccessibilityCheck => {
  const seen = new Set<string>()
  /** Checks what is new in a frame; `undefined` if nothing is. */
  const check = async (frame: Frame): Promise<ReadonlyArray<string> | undefined> => {
    const { scheme, kinds, screen } = await frame.evaluate(kindsOfElements)
    const newColors = kinds.filter((kind) => !seen.has(`${scheme} ${kind}`))
    const isNew = screen.some((part) => !seen.has(part))
    if (!isNew && newColors.length === 0) return undefined
    await addAxe(frame)
    const findings = [
      ...(await frame.evaluate(checkContrast, newColors)),
      ...(isNew ? await frame.evaluate(checkScreen) : [])
    ]
    if (findings.length > 0) return findings
    for (const part of screen) seen.add(part)
    for (const kind of kinds) seen.add(`${scheme} ${kind}`)
    return []
  }
  return async (page) => {
    const found: Array<string> = []
    for (const frame of page.frames()) {
      // A page may render again while axe runs.
      let findings = await check(frame)
      while (findings?.length === 0) findings = await check(frame)
      found.push(...(findings ?? []))
    }
    return found
  }
}

const addAxe = async (frame: Frame): Promise<void> => {
  if (await frame.evaluate(() => "axe" in globalThis)) return
  await frame.evaluate(`${axeSource};globalThis.kindsOfElements = ${kindsOfElements.toString()}`)
  await frame.evaluate(() => {
    const scope = globalThis as unknown as InPage
    scope.findingsOf = async (include, options) => {
      // The frames of a page are checked one by one: axe waits for those that do not have it.
      const { violations, passes } = await scope.axe.run(include, { iframes: false, ...options })
      if (passes.length === 0 && options.runOnly === undefined) return ["axe: no rule applies"]
      return violations
        .filter(({ impact }) => impact !== "minor")
        .map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`)
    }
  })
}

/** Boundary: what `addAxe` and `kindsOfElements` define in a frame. */
interface InPage extends Surveyed {
  readonly axe: typeof axe
  readonly kindsOfElements: typeof kindsOfElements
  findingsOf: (include: axe.ElementContext, options: axe.RunOptions) => Promise<ReadonlyArray<string>>
}

/** Runs in a frame. */
const checkScreen = (): Promise<ReadonlyArray<string>> =>
  (globalThis as unknown as InPage).findingsOf(document, { rules: { "color-contrast": { enabled: false } } })

/** Runs in a frame. */
const checkContrast = async (wanted: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const scope = globalThis as unknown as InPage
  scope.kindsOfElements()
  const include = wanted.flatMap((kind) => scope.firstOfKind.get(kind) ?? [])
  return include.length === 0 ? [] : scope.findingsOf({ include }, { runOnly: ["color-contrast"] })
}
