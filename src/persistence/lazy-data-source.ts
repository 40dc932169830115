import type { DataSource } from "typeorm"

/**
 * A data source that connects when it is first needed and once only, however many ask at the same
 * time: the host also builds modules that it never starts (to migrate, to run scripts).
 */
export class LazyDataSource {
  private dataSource_: DataSource | null = null
  private connecting_: Promise<DataSource> | null = null

  /** @param create makes a data source that is not initialised yet */
  constructor(private readonly create_: () => Promise<DataSource>) {}

  /** Connects if need be. After a failure the next call tries again. */
  async ready(): Promise<DataSource> {
    if (this.dataSource_?.isInitialized) return this.dataSource_
    this.connecting_ ??= this.connect_()
    return this.connecting_
  }

  /** Closes every connection. Safe when there are none, and while they are being opened. */
  async destroy(): Promise<void> {
    await this.connecting_?.catch(() => {
      // Whoever asked for the connection was told; here it only means that nothing is to be closed.
    })
    if (this.dataSource_?.isInitialized) await this.dataSource_.destroy()
  }

  private async connect_(): Promise<DataSource> {
    try {
      const created = await this.create_()
      this.dataSource_ = await created.initialize()
      return this.dataSource_
    } finally {
      this.connecting_ = null
    }
  }
}
