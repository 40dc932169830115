import type { LoaderOptions } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import { createDataSource, type HostOptions, type ModuleSchema } from "./data-source"
import { queryRows } from "./db"

/** Something to bring up to date after the module's own tables, in the same `db:migrate`. */
export interface MigrationCompanion {
  /** Runs after the module's migrations. Must be repeatable. */
  migrate(options: HostOptions): Promise<void>
  /** Runs once the module's last migration was reverted. Must be repeatable. */
  drop(options: HostOptions): Promise<void>
}

/**
 * The three functions that the host's `db:migrate`, `db:rollback` and `db:generate` call on a
 * module's default export, running TypeORM migrations. All three must be there: for a missing one
 * the host runs its own ORM's scripts instead.
 *
 * The host holds an advisory lock per module on another connection while they run, so parallel
 * deploys wait for each other.
 */
export function toMigrationScripts(schema: ModuleSchema, companion?: MigrationCompanion) {
  const withDataSource = async <T>(
    { options, logger }: LoaderOptions,
    work: (dataSource: DataSource) => Promise<T>
  ): Promise<T> => {
    const dataSource = await createDataSource({
      schema,
      options: toHostOptions(options),
      poolSize: 1,
      logger,
    })
    await dataSource.initialize()
    try {
      return await work(dataSource)
    } finally {
      await dataSource.destroy()
    }
  }

  return {
    runMigrations: (loader: LoaderOptions): Promise<{ name: string; path: string }[]> =>
      withDataSource(loader, async (dataSource) => {
        const executed = await dataSource.runMigrations({ transaction: "each" })
        await companion?.migrate(toHostOptions(loader.options))
        executed.forEach(({ name }) => loader.logger?.info(`${schema.module}: migrated ${name}`))
        // The host spreads this list and names it in its summary; there is no file to point at.
        return executed.map(({ name }) => ({ name, path: schema.module }))
      }),

    // `db:rollback` names nothing and means the last one; `db:migrate --all-or-nothing` names those
    // that it has just run, which may be none.
    revertMigration: (loader: LoaderOptions & { migrationNames?: string[] }): Promise<void> =>
      withDataSource(loader, async (dataSource) => {
        const steps = loader.migrationNames?.length ?? 1
        for (let step = 0; step < steps; step++) {
          await dataSource.undoLastMigration({ transaction: "each" })
        }
        const [left] = await queryRows<{ count: number }>(
          dataSource,
          `select count(*)::int as count from "${schema.migrationsTableName}"`
        )
        if (left?.count === 0) await companion?.drop(toHostOptions(loader.options))
      }),

    generateMigration: async ({ logger }: LoaderOptions): Promise<void> => {
      logger?.info(`${schema.module}: its migrations are written by hand; nothing to generate.`)
    },
  }
}

// The host types a module's options as unknown members; `loadDatabaseConfig` reads only `database`.
function toHostOptions(options: LoaderOptions["options"]): HostOptions {
  return options as HostOptions
}
