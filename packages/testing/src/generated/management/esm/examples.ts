// Generated from specs/management/esm/openapi.yaml by "pnpm generate"; never edit it, edit the spec.
// tooling/codegen 1.0.0, openapi-typescript 7.13.0, spec sha256 692e82e56de8d8d61d4da38c947a0894b8591e0a9e782dd7d4ab0c3e4f5799e9

export const examples = {
  retrieveReport: {
    200: {
      "application/json": {
        months: {
          _links: {
            self: { href: "/esm/v3/year/month?start=2024-07-20T00:00:00&end=2024-08-20T14:35:21" },
            "roll-up": { href: "/esm/v3/year" },
            "drill-down": { href: "/esm/v3/year/month/day" }
          },
          report: [{ month: "6", year: "2024", clients: "205" }]
        }
      },
      "application/xml": {
        months: "<resource href=\"/esm/v3/year/month\"><links><link rel=\"roll-up\" href=\"/esm/v3/year\"/></links><report><record year=\"2024\" month=\"7\" clients=\"466\"/></report></resource>"
      },
      "text/csv": { months: "Year,Month,Clients\n2024,7,466\n" },
      "text/html": { months: "<table><tr><th>year</th><th>month</th></tr><tr><td>2024</td><td>7</td></tr></table>" }
    },
    400: { "text/plain": { invalidDate: "invalid start date" } },
    401: { "text/plain": { unauthorized: "unauthorized" } },
    403: { "text/plain": { forbidden: "forbidden" } },
    404: { "text/plain": { notFound: "no such report" } },
    405: { "text/plain": { methodNotAllowed: "method not allowed" } },
    406: { "text/plain": { notAcceptable: "not acceptable" } },
    500: { "text/plain": { serverError: "internal error" } },
    503: { "text/plain": { serverError: "internal error" } }
  }
} as const
