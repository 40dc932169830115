import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import arrows, { forDashboard } from "./eslint.arrows.mjs"

/** What runs beside a host, not inside one: the host's own rules do not apply there. */
const outsideTheHost = ["integration-tests/**", "testing/**", "scripts/**", "demo/**", "bench/**"]

const inTheHost = medusa.configs.strict
  .filter((block) => block.rules !== undefined)
  .map((block) => ({
    ...block,
    ignores: [...(block.ignores ?? []), ...outsideTheHost],
    // `medusa lint` exits 0 on warnings, so there are none: a rule is kept or it is off.
    rules: Object.fromEntries(Object.keys(block.rules).map((rule) => [rule, "error"])),
  }))

const plumbing = medusa.configs.strict.filter((block) => block.rules === undefined)

export default tseslint.config(
  ...plumbing,
  // The preset leaves tests out altogether; ours are held to the TypeScript rules below.
  {
    // The host of the install test is a project of its own: the host's build type-checks it.
    ignores: ["!**/integration-tests/**", "!**/*.spec.*", "integration-tests/install/host/**"],
  },
  ...inTheHost,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.check.json", "src/admin/tsconfig*.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // `{ left_out, ...rest }` is how a member is left out.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // A method is async because its interface, or the host's own rule, says so.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    // An answer's body is `any` by supertest's types; what it holds is what the test asserts.
    files: ["{integration-tests,testing}/**/*.ts"],
    rules: Object.fromEntries(
      ["argument", "assignment", "call", "member-access", "return"].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        "off",
      ])
    ),
  },
  ...arrows,
  forDashboard,
  {
    files: ["src/api/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[object.name='req'][property.name='body']",
          message: "Read req.validatedBody: req.body has passed no validator.",
        },
      ],
    },
  }
)
