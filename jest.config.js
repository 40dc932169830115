/** Run by `npm test`, which brings Postgres and Redis. @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/integration-tests"],
  testMatch: ["**/*.spec.ts"],
  // The host's build output holds a second package.json and compiled copies of every module.
  modulePathIgnorePatterns: ["<rootDir>/.medusa/"],
  // See jest.install.config.js.
  testPathIgnorePatterns: ["<rootDir>/integration-tests/install/"],
  testSequencer: "<rootDir>/testing/jest/longest-first.js",
  // A host boots in about 10 s, twice that on a busy machine; no single test may take longer.
  testTimeout: 120_000,
  // Each is a host of its own, half a gigabyte and most of a core while it boots. One more than the two
  // cores that this must run on: the fault suite mostly waits for leases to run out.
  maxWorkers: 3,
  workerIdleMemoryLimit: "2GB",
  globalSetup: "<rootDir>/testing/jest/global-setup.ts",
  globalTeardown: "<rootDir>/testing/jest/global-teardown.ts",
  setupFiles: ["<rootDir>/testing/jest/environment.ts"],
  // Each reset of the database cuts the host's connections, which knex reports line by line.
  // `npm test -- --silent=false` shows the console.
  silent: true,
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: "automatic" },
          },
          target: "es2022",
        },
        // `import()` stays what it is: some packages are ES modules only.
        module: { type: "commonjs", ignoreDynamic: true },
        sourceMaps: "inline",
      },
    ],
  },
}
