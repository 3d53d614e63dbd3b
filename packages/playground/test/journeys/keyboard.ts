import type { FrameLocator, Page } from "playwright-core"

/** A person in front of the playground who has a keyboard, and no mouse. */
export interface Keyboard {
  readonly television: FrameLocator
  readonly phone: FrameLocator
  /** Presses keys, one after the other. */
  readonly press: (...keys: ReadonlyArray<string>) => Promise<void>
  readonly type: (characters: string) => Promise<void>
  /** Presses Tab, or Shift+Tab, until the control with that name has the focus. */
  readonly tabTo: (name: string, direction?: "forwards" | "backwards") => Promise<void>
  /** Starts a scenario, and moves the focus to the television. */
  readonly start: (scenario: string) => Promise<void>
  /** Presses arrow keys of the remote control until the control with that name has the ring, then OK. */
  readonly choose: (name: string) => Promise<void>
  /** Waits until the television shows this. */
  readonly see: (words: string | RegExp) => Promise<void>
}

/** Name of the control that has the focus, in whichever frame. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement
    // Not by instanceof: each frame has classes of its own.
    while (focused?.tagName === "IFRAME") {
      focused = (focused as HTMLIFrameElement).contentDocument?.activeElement ?? null
    }
    if (focused === null) return ""
    const label = "labels" in focused ? (focused as HTMLInputElement).labels?.[0]?.textContent : undefined
    return (focused.getAttribute("aria-label") ?? label ?? focused.textContent ?? "").trim()
  })

/** More than there are controls. */
const longestWay = 80

export const createKeyboard = (page: Page): Keyboard => {
  const television = page.frameLocator("iframe[title=Television]")
  const phone = page.frameLocator("iframe[title=Phone]")
  const press: Keyboard["press"] = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const tabTo: Keyboard["tabTo"] = async (name, direction = "forwards") => {
    const passed: Array<string> = []
    for (let way = 0; way < longestWay; way++) {
      const focused = await focusedName(page)
      if (focused.startsWith(name)) return
      passed.push(focused)
      await press(direction === "forwards" ? "Tab" : "Shift+Tab")
    }
    throw new Error(`Tab does not lead to "${name}": ${passed.join(" > ")}`)
  }
  const current = television.locator("[data-current]").first()
  return {
    television,
    phone,
    press,
    tabTo,
    type: (characters) => page.keyboard.type(characters),
    start: async (scenario) => {
      await tabTo("Scenario", "backwards")
      await page.keyboard.type(scenario)
      await tabTo("Start")
      const run = await page.locator("iframe#television").getAttribute("data-run")
      await press("Enter")
      await page.locator(`iframe#television:not([data-run="${run}"])`).waitFor()
      await tabTo("To the television", "backwards")
      await press("Enter")
    },
    choose: async (name) => {
      const wanted = television.getByRole("button", { name, exact: true })
      await wanted.waitFor()
      for (let way = 0; way < longestWay; way++) {
        if (await wanted.evaluate((element) => element.hasAttribute("data-current"))) return press("Enter")
        await press(await directionTo(wanted, current))
      }
      throw new Error(`The arrow keys do not lead to "${name}".`)
    },
    see: (words) => television.getByText(words).first().waitFor()
  }
}

type Control = ReturnType<FrameLocator["locator"]>

/** The arrow key that leads nearer to a control. */
const directionTo = async (wanted: Control, current: Control): Promise<string> => {
  const [to, from] = [await wanted.boundingBox(), await current.boundingBox()]
  if (to === null || from === null) throw new Error("There is no ring.")
  const [vertical, horizontal] = [to.y - from.y, to.x - from.x]
  if (Math.abs(vertical) > 8) return vertical > 0 ? "ArrowDown" : "ArrowUp"
  return horizontal > 0 ? "ArrowRight" : "ArrowLeft"
}
