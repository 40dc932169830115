// Imported before all else: the host's logger reads it once. Every batch is logged when it ends.
process.env.LOG_LEVEL ??= "warn"
// The benches bring their own servers; what the shell points at is left alone.
for (const name of ["DATABASE_URL", "DB_HOST", "REDIS_URL"]) delete process.env[name]
