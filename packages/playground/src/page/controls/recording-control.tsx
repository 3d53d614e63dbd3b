import { applicationOf } from "../../recording/application-of-recording.ts"
import type { RecordedStep } from "../../recording/recorded-step.ts"
import { testOf } from "../../recording/test-of-recording.ts"
import { CopyButton } from "../requests/request-detail.tsx"

/** Copies what was done in this run: as a test over the simulator, and as code of an application. */
export const RecordingControl = ({ recording }: { readonly recording: ReadonlyArray<RecordedStep> }) => (
  <div class="copies" role="group" aria-label="What was done">
    <CopyButton name="Copy as test" text={() => testOf(recording)} />
    <CopyButton name="Copy as code" text={() => applicationOf(recording)} />
  </div>
)
