// Loaded before every test file. The host logs each step of its boot; `LOG_LEVEL=info` shows it.
process.env.LOG_LEVEL ??= "error"
process.env.MEDUSA_DISABLE_TELEMETRY ??= "true"
