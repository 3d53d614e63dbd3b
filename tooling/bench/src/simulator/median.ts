/** Of two in the middle, the higher one. */
export const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN

/** How far apart two series were that measure the same in turn: the median of what they differ by. */
export const medianDifference = (ones: ReadonlyArray<number>, others: ReadonlyArray<number>): number =>
  median(ones.map((one, index) => Math.abs(one - (others[index] ?? Number.NaN))))
