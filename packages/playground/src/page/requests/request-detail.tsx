import { useState } from "preact/hooks"
import type { Exchange, Message } from "../../host/exchange.ts"
import { curlOf } from "./curl.ts"
import { decodedHeaders, indented } from "./decoded-headers.ts"

/** One request and its response, decoded. */
export const RequestDetail = ({ exchange }: { readonly exchange: Exchange | undefined }) => (
  <section class="panel detail" aria-label="Request and response">
    {exchange === undefined ? <h2>No request yet</h2> : <Detail exchange={exchange} />}
  </section>
)

const Detail = ({ exchange }: { readonly exchange: Exchange }) => {
  const { method, path, request, response, endedAt, violations, notes, fault, broken, startedAt } = exchange
  const remarks = [
    ...violations.map(({ rule, message }) => `Violation (${rule}): ${message}`),
    ...notes,
    ...(fault === undefined ? [] : [`Fault: ${fault}`]),
    ...(broken === true ? ["The connection broke, or the caller gave up."] : [])
  ]
  return (
    <>
      <div class="detail-head">
        <h2>
          {method} {path}
        </h2>
        <CopyButton name="Copy curl" text={() => curlOf(exchange, location.origin)} />
      </div>
      {remarks.map((remark) => (
        <p class="remark" key={remark}>
          {remark}
        </p>
      ))}
      <div class="messages">
        <MessagePart name="Request" message={request} />
        {response === undefined ? (
          <p class="dim">{endedAt === undefined ? "No response yet." : "No response."}</p>
        ) : (
          <MessagePart
            name={`Response ${response.status}, ${Math.round((endedAt ?? startedAt) - startedAt)} ms`}
            message={response}
          />
        )}
      </div>
    </>
  )
}

const MessagePart = ({ name, message }: { readonly name: string; readonly message: Message }) => (
  <div class="message" tabIndex={0} role="group" aria-label={name}>
    <h3>{name}</h3>
    <dl>
      {decodedHeaders(message.headers).map(({ name: header, value, decoded }) => (
        <div key={header}>
          <dt>{header}</dt>
          <dd>{decoded === undefined ? value : <pre>{decoded}</pre>}</dd>
        </div>
      ))}
    </dl>
    {message.body === "" ? <p class="dim">No body</p> : <pre>{indented(message.body)}</pre>}
  </div>
)

/** A button that copies what it is given when it is pressed. */
export const CopyButton = ({ name, text }: { readonly name: string; readonly text: () => string }) => {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <button type="button" onClick={() => void copy()}>
      {isCopied ? "Copied" : name}
    </button>
  )
}
