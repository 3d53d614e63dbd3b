import { render } from "preact"
import { Page } from "./app.tsx"
import { connectToServer } from "./connection.ts"
import { createModelStore } from "./model.ts"

const connection = connectToServer()
const root = document.getElementById("app")
if (root !== null) render(<Page connection={connection} model={createModelStore(connection.subscribe)} />, root)
