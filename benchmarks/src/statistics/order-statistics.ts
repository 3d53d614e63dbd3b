/** The value below which `fraction` of the numbers lie, interpolated. */
export const quantile = (numbers: ReadonlyArray<number>, fraction: number): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  const position = (sorted.length - 1) * fraction
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

export const median = (numbers: ReadonlyArray<number>): number => quantile(numbers, 0.5)

/**
 * How far from nothing the median difference of a thing with itself may be: as it was found, or, where it was nearer to
 * nothing by chance, the half of the 95 % interval of a median (McGill, Tukey, Larsen: 1.57 times the quartiles' distance
 * over the root of the number).
 */
export const noiseFloorOf = (differences: ReadonlyArray<number>): number => {
  const spread = quantile(differences, 0.75) - quantile(differences, 0.25)
  return Math.max(Math.abs(median(differences)), (1.57 * spread) / Math.sqrt(differences.length))
}
