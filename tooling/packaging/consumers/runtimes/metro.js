// For Metro, whose bundles are classic scripts.
import { startTwice } from "./app.js"

globalThis.startTwice = startTwice
