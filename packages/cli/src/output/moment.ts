/** Formats a time in the local time zone, to the minute: `2026-11-27 16:39`. */
export const localMinute = (epochMilliseconds: number): string => {
  const date = new Date(epochMilliseconds)
  if (Number.isNaN(date.getTime())) return "unknown"
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}

const two = (value: number): string => String(value).padStart(2, "0")

/** Formats a duration in its two largest units: `5 h 59 min`, `29 min`, `40 s`. */
export const duration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min` : `${seconds} s`
}

/** Formats a countdown: `29:41`. */
export const countdown = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

/** Formats the time of day in the local time zone: `16:39`. */
export const clockTime = (epochMilliseconds: number): string => localMinute(epochMilliseconds).slice(-5)
