/** Response headers in order; a name may repeat (`Set-Cookie`). */
export type AnswerHeaders = ReadonlyArray<readonly [name: string, value: string]>

interface AnswerHead {
  readonly status: number
  readonly headers?: AnswerHeaders
}

/** What the simulator answers, before it becomes a `Response`: faults and the journal still look into it. */
export type Answer =
  | (AnswerHead & { readonly _tag: "Json"; readonly body: unknown })
  | (AnswerHead & { readonly _tag: "Html"; readonly body: string })
  | (AnswerHead & { readonly _tag: "Empty" })

export const json = (status: number, body: unknown): Answer => ({ _tag: "Json", status, body })

export const html = (status: number, body: string, headers: AnswerHeaders = []): Answer => ({
  _tag: "Html",
  status,
  body,
  headers
})

export const empty = (status: number, headers: AnswerHeaders = []): Answer => ({ _tag: "Empty", status, headers })
