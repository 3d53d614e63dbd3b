// Run by `startNullServer`: null-server.ts <port> <body>
import { createServer } from "node:http"

const [, , port, body = ""] = process.argv
const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }

createServer((_, outgoing) => outgoing.writeHead(200, headers).end(body)).listen(Number(port), "127.0.0.1")
