import { describe, expect, it } from "vitest"
import { anchoredWindows, leakyBucket, serverModels, tokenBucket, theoreticalDuration } from "./server-models.ts"

const workedExample: ReadonlyArray<readonly [seconds: number, status: number]> = [
  [0, 200],
  [0.3, 200],
  [0.6, 200],
  [0.9, 200],
  [1.2, 200],
  [1.3, 200],
  [1.4, 200],
  [1.5, 200],
  [1.6, 200],
  [1.7, 200],
  [1.8, 200],
  [2.1, 200],
  [2.2, 200],
  [2.4, 429],
  [2.6, 429],
  [2.8, 429],
  [3.1, 200]
]

describe("the server models", () => {
  for (const makeModel of serverModels) {
    it(`${makeModel().name} reproduces the documented worked example`, () => {
      const model = makeModel()
      const answers = workedExample.map(([seconds]) => [seconds, model.accepts(seconds * 1000) ? 200 : 429])
      expect(answers).toStrictEqual(workedExample)
    })
  }

  it("differ after an idle time: A never gives its burst back", () => {
    const burstAfterAMinute = [anchoredWindows(), tokenBucket(), leakyBucket()].map((model) => {
      for (let count = 0; count < 11; count++) model.accepts(0)
      let accepted = 0
      while (model.accepts(60_000)) accepted += 1
      return accepted
    })
    expect(burstAfterAMinute).toStrictEqual([1, 11, 11])
  })

  it("accept 60 calls in 49 seconds at best", () => {
    expect(serverModels.map((makeModel) => theoreticalDuration(makeModel(), 60))).toStrictEqual([
      49_000, 49_000, 49_000
    ])
  })
})
