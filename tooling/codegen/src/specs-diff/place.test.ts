import { expect, test } from "vitest"
import { placeOf } from "./place.ts"

const operation = "#/paths/~1books~1{book}/get"

test.each([
  [`${operation}`, { subject: "GET /books/{book}", place: "" }],
  [`${operation}/responses/404`, { subject: "GET /books/{book}", place: "404" }],
  [`${operation}/parameters/0`, { subject: "GET /books/{book}", place: "parameters 0" }],
  [
    `${operation}/responses/200/content/application~1json/schema/properties/authors/items/properties/name`,
    { subject: "GET /books/{book}", place: "200 authors[].name" }
  ],
  [
    `${operation}/responses/200/content/application~1json/schema/allOf/0/properties/copies/additionalProperties`,
    { subject: "GET /books/{book}", place: "200 copies.*" }
  ],
  [
    `${operation}/responses/200/content/application~1json/schema/discriminator/mapping/lent/properties/until`,
    { subject: "GET /books/{book}", place: "200 (lent).until" }
  ],
  [
    "#/paths/~1books/post/requestBody/content/application~1json/schema/properties/title",
    { subject: "POST /books", place: "request body title" }
  ],
  ["#/paths/~1books", { subject: "/books", place: "" }],
  ["#/components/schemas/Genre", { subject: "components", place: "Genre" }],
  ["#/info", { subject: "info", place: "" }]
])("%s", (pointer, place) => {
  expect(placeOf(pointer)).toEqual(place)
})
