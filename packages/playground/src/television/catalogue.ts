/** What the channel offers: resources and their titles. */
export const catalogue = [
  { resource: "REF30", title: "Live channel" },
  { resource: "sports", title: "Sports" },
  { resource: "movies", title: "Movies" },
  { resource: "premium", title: "Premium" },
  { resource: "late-night", title: "Late night" }
] as const
