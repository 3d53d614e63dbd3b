/** Three significant digits, or all of a whole number; thousands are separated. */
export const formatNumber = (value: number): string => {
  const rounded = Math.abs(value) >= 100 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(3))
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 3 })
}
