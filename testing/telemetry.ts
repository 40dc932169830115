import { context, metrics as metricsApi, trace } from "@medusajs/framework/opentelemetry/api"
import { metrics } from "@medusajs/framework/opentelemetry/sdk-node"
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from "@medusajs/framework/opentelemetry/sdk-trace-node"

/** The host's OpenTelemetry, which keeps what it is told. One a process. */
export class Telemetry {
  private readonly exporter_ = new metrics.InMemoryMetricExporter(
    metrics.AggregationTemporality.CUMULATIVE
  )
  private readonly reader_ = new metrics.PeriodicExportingMetricReader({
    exporter: this.exporter_,
    // Only when it is flushed.
    exportIntervalMillis: 3_600_000,
  })
  private readonly spans_ = new InMemorySpanExporter()
  private readonly tracing_ = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(this.spans_)],
  })
  private readonly meters_ = new metrics.MeterProvider({ readers: [this.reader_] })

  /** Before whatever is to be observed is made. */
  register(): void {
    this.tracing_.register()
    metricsApi.setGlobalMeterProvider(this.meters_)
  }

  /** Spans that have ended. */
  get spans() {
    return this.spans_.getFinishedSpans()
  }

  /** Metrics as they were at the last flush. */
  get metrics() {
    return this.exporter_.getMetrics()
  }

  named(name: string) {
    return this.spans.filter((span) => span.name === name)
  }

  pointsOf(name: string) {
    return (this.metrics.at(-1)?.scopeMetrics ?? [])
      .flatMap((scope) => scope.metrics)
      .filter(({ descriptor }) => descriptor.name === name)
      .flatMap(({ dataPoints }) => [...dataPoints])
  }

  async flush(): Promise<void> {
    await this.tracing_.forceFlush()
    await this.reader_.forceFlush()
  }

  async shutdown(): Promise<void> {
    await this.tracing_.shutdown()
    await this.meters_.shutdown()
    trace.disable()
    metricsApi.disable()
    context.disable()
  }
}
