package org.studyatlas.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.studyatlas.search.GenerationListener;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;
import org.studyatlas.search.OpenGeneration;

/** What monitoring should know of the index: how much, how old, which generation. */
@Singleton
final class GenerationMetrics implements MeterBinder {

  private final GenerationService generations;

  GenerationMetrics(GenerationService generations) {
    this.generations = generations;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "studyatlas.studies", "studies in service", OpenGeneration::studies);
    gauge(registry, "studyatlas.sites", "study sites in service", OpenGeneration::sites);
    gauge(
        registry,
        "studyatlas.data.timestamp.seconds",
        "time of the registry's data, seconds since 1970",
        generation -> generation.dataTimestamp().toEpochSecond(ZoneOffset.UTC));
    Gauge.builder("studyatlas.open.generations", generations, GenerationService::openGenerations)
        .description("generations in service or still used by a request")
        .register(registry);
    Gauge.builder("studyatlas.stream.bytes", generations, GenerationService::streamBytes)
        .description("bytes of heap that the orders of open streams hold")
        .baseUnit("bytes")
        .register(registry);
    MultiGauge info =
        MultiGauge.builder("studyatlas.generation.info")
            .description("1 for the generation in service")
            .register(registry);
    generations.addListener(new InfoRow(info));
    generations.findCurrent().ifPresent(lease -> showAndClose(info, lease));
  }

  private void gauge(
      MeterRegistry registry,
      String name,
      String description,
      ToDoubleFunction<OpenGeneration> value) {
    Gauge.builder(name, generations, service -> valueOfCurrent(service, value))
        .description(description)
        .register(registry);
  }

  private static double valueOfCurrent(
      GenerationService generations, ToDoubleFunction<OpenGeneration> value) {
    try (Lease lease = generations.findCurrent().orElse(null)) {
      return lease == null ? Double.NaN : value.applyAsDouble(lease.generation());
    }
  }

  private static void showAndClose(MultiGauge info, Lease lease) {
    try (lease) {
      show(info, lease.generation());
    }
  }

  private static void show(MultiGauge info, OpenGeneration generation) {
    Tags name = Tags.of("generation", generation.name());
    info.register(List.of(MultiGauge.Row.of(name, () -> 1)), true);
  }

  private record InfoRow(MultiGauge info) implements GenerationListener {

    @Override
    public void switchedTo(OpenGeneration generation, Duration took) {
      show(info, generation);
    }

    @Override
    public void refused(String sentence) {
      // The generation in service stays the same.
    }
  }
}
