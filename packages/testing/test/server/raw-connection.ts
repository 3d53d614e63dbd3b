import { connect, type Socket } from "node:net"

/** Opens a connection to a server and writes bytes to it, valid HTTP or not. */
export const openRawConnection = (origin: string, ...chunks: ReadonlyArray<string | Uint8Array>): Socket => {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  for (const chunk of chunks) socket.write(chunk)
  return socket
}

/** Everything the server sends until the connection closes; rejects when it is reset. */
export const readUntilClose = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let received = ""
    socket.setEncoding("latin1")
    socket.on("data", (chunk: string) => (received += chunk))
    socket.once("error", reject)
    socket.once("close", () => resolve(received))
  })

export const exchangeRaw = (origin: string, ...chunks: ReadonlyArray<string | Uint8Array>): Promise<string> =>
  readUntilClose(openRawConnection(origin, ...chunks))
