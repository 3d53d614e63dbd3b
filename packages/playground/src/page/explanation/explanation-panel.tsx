import type { Explanation } from "./explain.ts"

interface ExplanationPanelProperties {
  readonly scenario: string
  readonly description: string
  readonly explanation: Explanation
}

/** What is going on, what comes next, and the rule that is obeyed. */
export const ExplanationPanel = ({ scenario, description, explanation }: ExplanationPanelProperties) => (
  <section class="panel explanation" aria-label="What is going on" tabIndex={0}>
    <h2>What is going on</h2>
    <div aria-live="polite">
      <p class="title">{explanation.title}</p>
      <p>{explanation.what}</p>
      <p>
        <b>Next:</b> {explanation.next}
      </p>
      <p class="rule">
        <b>{explanation.rule.id}</b> {explanation.rule.words}
      </p>
    </div>
    <p class="dim scenario">
      <b>{scenario}</b> {description}
    </p>
  </section>
)
