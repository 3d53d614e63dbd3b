import type { Exchange } from "../../host/exchange.ts"
import { decodedHeaders } from "./decoded-headers.ts"

const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`

/** Returns a shell command that sends the request again, to a playground at that origin. */
export const curlOf = ({ method, path, request }: Exchange, origin: string): string =>
  [
    `curl --include --request ${method} ${quoted(origin + path)}`,
    ...decodedHeaders(request.headers).map(({ name, value }) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(request.body === "" ? [] : [`--data-raw ${quoted(request.body)}`])
  ].join(" \\\n  ")
