import type { DefaultTheme } from "vitepress"

/** Pages beside each documentation page, by what a reader wants to do. */
export const sidebar: DefaultTheme.Sidebar = [
  {
    text: "Start",
    items: [
      { text: "Quick start", link: "/docs/quick-start" },
      { text: "Migrating from REST API V1 or an SDK", link: "/docs/migrating" },
      { text: "@tve-pass/client", link: "/packages/client" },
      { text: "@tve-pass/auth", link: "/packages/auth" },
      { text: "@tve-pass/testing", link: "/packages/testing" },
      { text: "@tve-pass/cli", link: "/packages/cli" },
      { text: "@tve-pass/management", link: "/packages/management" }
    ]
  },
  {
    text: "Applications",
    items: [
      { text: "Web and TV apps", link: "/docs/web-and-tv-apps" },
      { text: "Server to server", link: "/docs/server-to-server" },
      { text: "Management APIs", link: "/docs/management" },
      { text: "The auth layer", link: "/docs/auth" },
      { text: "Errors and what to do", link: "/docs/errors" }
    ]
  },
  {
    text: "Tests",
    items: [
      { text: "Testing your app", link: "/docs/testing-your-app" },
      { text: "The simulator", link: "/docs/simulator" }
    ]
  },
  {
    text: "Reference",
    items: [
      { text: "API reference", link: "/api/", target: "_self" },
      { text: "OpenAPI documents", link: "/specs/", target: "_self" },
      { text: "Regenerating clients", link: "/docs/regenerating" },
      { text: "Benchmarks", link: "/docs/benchmarks" },
      { text: "Security", link: "/SECURITY" }
    ]
  },
  {
    text: "The wire protocol",
    collapsed: true,
    items: [
      { text: "Dynamic Client Registration", link: "/docs/protocol/dcr" },
      { text: "REST API V2", link: "/docs/protocol/rest-api-v2" },
      { text: "Flows", link: "/docs/protocol/flows" },
      { text: "Headers", link: "/docs/protocol/headers" },
      { text: "Errors", link: "/docs/protocol/errors" },
      { text: "Throttling", link: "/docs/protocol/throttling" },
      { text: "Media tokens", link: "/docs/protocol/media-token" },
      { text: "Checklist", link: "/docs/protocol/checklist" },
      { text: "Reset TempPass", link: "/docs/protocol/management/reset-temp-pass" },
      { text: "Entitlement Service Monitoring", link: "/docs/protocol/management/esm" },
      { text: "Proxy MVPD", link: "/docs/protocol/management/proxy-mvpd" }
    ]
  },
  {
    text: "Decisions",
    collapsed: true,
    items: [
      { text: "All decisions", link: "/decisions/" },
      { text: "Rules of the auth layer", link: "/decisions/auth-rules" },
      { text: "Architecture", link: "/ARCHITECTURE" },
      { text: "Contributing", link: "/CONTRIBUTING" },
      { text: "A first change", link: "/docs/maintaining/first-change" },
      { text: "Changing a spec", link: "/docs/maintaining/changing-a-spec" },
      { text: "Releasing", link: "/docs/maintaining/releasing" }
    ]
  }
]

/** The bar at the top of each page. */
export const topBar: DefaultTheme.NavItem[] = [
  { text: "Quick start", link: "/docs/quick-start" },
  { text: "Guides", link: "/docs/" },
  { text: "API", link: "/api/", target: "_self" },
  { text: "Protocol", link: "/docs/protocol/flows" }
]
