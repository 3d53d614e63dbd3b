/** What two series differ by, measurement by measurement. */
export const differencesOf = (ones: ReadonlyArray<number>, others: ReadonlyArray<number>): ReadonlyArray<number> =>
  ones.map((one, index) => one - (others[index] ?? Number.NaN))
