const common = require("./jest.config")

/**
 * The install test, which has a host install the plugin as a user would: six minutes on its own, too
 * long for `npm test`. `npm run test:install` runs it, and `.ci/run` all. @type {import("jest").Config}
 */
module.exports = {
  ...common,
  roots: ["<rootDir>/integration-tests/install"],
  testPathIgnorePatterns: [],
}
