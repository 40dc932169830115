/**
 * Who may import whom: the arrows of docs/architecture.md, as `no-restricted-imports`. A path is
 * matched as it is written, so a room is told by the folders above it.
 */

const up = (...rooms) => `^(\\.\\./)+(${rooms.join("|")})(/|$)`

/** Rooms of a module that stand above its statements. */
const ABOVE_SQL = [
  "batches",
  "checks",
  "comparison",
  "generation",
  "graph",
  "judging",
  "library",
  "loaders",
  "mail-events",
  "options",
  "outbox",
  "prompts",
  "retention",
  "runtime",
  "scheduling",
  "sends",
  "service",
  "settings",
  "signals",
  "suppressions",
  "telemetry",
  "test-send",
  "unsubscribe",
  "verdict",
  "worker",
]

const MODULES = ["playground", "outreach", "delivery"]

const TESTS = {
  regex: "/integration-tests/",
  message: "Nothing imports tests: share it in testing/.",
}
const TOOLS = {
  regex: up("testing", "bench", "demo", "scripts"),
  message: "What the package ships imports nothing that runs beside a host.",
}
const MODULES_INSIDE = {
  regex: "/modules/[^/]+/.",
  message: "Use the module's face: what its index exports.",
}
const ABOVE_MODULES = {
  regex: up("api", "workflows", "jobs", "subscribers", "links", "admin"),
  message: "A module knows nothing of who uses it.",
}

/** @type {{ files: string[], ignores?: string[], forbid: { regex: string, message: string }[] }[]} */
const ARROWS = [
  {
    files: ["src/modules/*/sql/**"],
    forbid: [
      TOOLS,
      ABOVE_MODULES,
      {
        regex: `^(\\.\\./)+(${ABOVE_SQL.join("|")})(/|$)|^(\\.\\./){2,}review/`,
        message: "A statement imports nothing above it: move the type down beside it.",
      },
    ],
  },
  ...MODULES.map((module) => ({
    files: [`src/modules/${module}/**`],
    ignores: ["src/modules/*/sql/**"],
    forbid: [
      TOOLS,
      ABOVE_MODULES,
      {
        regex: up(...MODULES.filter((other) => other !== module)),
        message: "Modules never import each other: they meet in workflows.",
      },
    ],
  })),
  {
    files: ["src/api/**"],
    forbid: [
      TOOLS,
      MODULES_INSIDE,
      {
        regex: up("persistence", "queue"),
        message: "No SQL in a route: call the module's service.",
      },
    ],
  },
  {
    files: ["src/workflows/**", "src/jobs/**", "src/subscribers/**", "src/links/**"],
    forbid: [
      TOOLS,
      MODULES_INSIDE,
      {
        regex: up("persistence", "queue"),
        message: "No SQL in a workflow: call the module's service.",
      },
      { regex: up("api"), message: "Routes call workflows, not the other way round." },
    ],
  },
  {
    files: ["src/providers/**"],
    forbid: [
      {
        regex:
          "^(\\.\\./)+(api|modules|workflows|persistence|queue|validation|jobs|subscribers|testing)(/|$)",
        message:
          "A provider imports the ports and nothing else of ours: somebody may publish it alone.",
      },
    ],
  },
  {
    files: [
      "src/ports/**",
      "src/persistence/**",
      "src/queue/**",
      "src/hosting/**",
      "src/telemetry/**",
      "src/mail/**",
    ],
    forbid: [
      TOOLS,
      ABOVE_MODULES,
      { regex: up("modules", "providers"), message: "Modules and providers stand on this room." },
    ],
  },
  {
    files: [
      "testing/**",
      "bench/**",
      "demo/**",
      "scripts/**",
      "src/validation/**",
      "src/policies/**",
    ],
    forbid: [],
  },
]

/** Types vanish when the dashboard is built; anything else would bring the server into the browser. */
const TYPES_ALONE = {
  files: ["src/admin/**/*.{ts,tsx}"],
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      {
        paths: [
          {
            name: "@tanstack/react-query",
            importNames: ["useMutation"],
            message: "Use useAction: a click fails without a network, and sends nothing later.",
          },
        ],
        patterns: [
          {
            regex: up("api", "modules", "workflows", "ports", "persistence", "queue", "validation"),
            allowTypeImports: true,
            message: "The dashboard shares types with the server and nothing else.",
          },
        ],
      },
    ],
  },
}

const rooms = ARROWS.map(({ files, ignores = [], forbid }) => ({
  files: files.map((pattern) => `${pattern}/*.{ts,tsx}`),
  ...(ignores.length > 0 && { ignores }),
  rules: { "no-restricted-imports": ["error", { patterns: [TESTS, ...forbid] }] },
}))

/** Needs the plugin of typescript-eslint. */
export const forDashboard = TYPES_ALONE

export default rooms
