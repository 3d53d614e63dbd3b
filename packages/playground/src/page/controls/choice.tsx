interface ChoiceProperties<Value extends string> {
  readonly label: string
  readonly value: Value
  /** Values and their names. */
  readonly choices: ReadonlyArray<readonly [Value, string]>
  readonly onChange: (value: Value) => void
}

/** A labelled list to select one of several values from. */
export const Choice = <Value extends string>({ label, value, choices, onChange }: ChoiceProperties<Value>) => (
  <label class="choice">
    {label}{" "}
    <select
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = choices[currentTarget.selectedIndex]
        if (chosen !== undefined) onChange(chosen[0])
      }}
    >
      {choices.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
