package org.studyatlas.server;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.studyatlas.search.GenerationService;
import org.studyatlas.search.Lease;

/** Ready once a generation is in service; says why not, until then. */
@Readiness
@Singleton
final class GenerationReadiness implements HealthIndicator {

  private static final String NAME = "index";

  private final GenerationService generations;

  GenerationReadiness(GenerationService generations) {
    this.generations = generations;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        generations.findCurrent().map(GenerationReadiness::up).orElseGet(this::down));
  }

  private static HealthResult up(Lease lease) {
    try (lease) {
      return HealthResult.builder(NAME, HealthStatus.UP)
          .details(
              Map.of(
                  "generation", lease.generation().name(),
                  "studies", lease.generation().studies(),
                  "dataTimestamp", lease.generation().dataTimestamp().toString()))
          .build();
    }
  }

  private HealthResult down() {
    return HealthResult.builder(NAME, HealthStatus.DOWN)
        .details(Map.of("reason", generations.absence()))
        .build();
  }
}
