package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.testing.PublishedIndex;

class WarmUpTest {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path folder;

  @Test
  void theFirstGenerationServesBeforeItIsWarm() throws Exception {
    PublishedIndex index = new PublishedIndex(folder);
    index.publish("2026-08-14-1", StudyFixture.study("NCT00000001"));
    CountDownLatch served = new CountDownLatch(1);
    CountDownLatch warmed = new CountDownLatch(1);
    WarmUp afterTheFirstRequest =
        generation -> {
          await(served);
          warmed.countDown();
        };
    try (GenerationService service =
        GenerationService.open(
            index.directory(), LONG, Duration.ZERO, LONG, List.of(afterTheFirstRequest))) {
      service.warm();
      assertThat(service.<Long>withCurrent(OpenGeneration::studies)).isEqualTo(1);
      served.countDown();
      assertThat(warmed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
