package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.Sort;
import org.studyatlas.testing.PublishedIndex;

/** What streams keep is held by their leases, and bounded. */
class StreamMemoryTest {

  private static final long STUDIES = 3_000;
  private static final SearchRequest ALL = SearchRequest.ALL;

  @TempDir Path folder;
  private GenerationService service;

  @BeforeEach
  void open() throws IOException {
    PublishedIndex index = new PublishedIndex(folder);
    index.publish(
        "2026-08-14-1",
        IntStream.rangeClosed(1, (int) STUDIES)
            .mapToObj(i -> study("NCT%08d".formatted(i)).site("Town", "Spain", "COMPLETED", 40, -3))
            .toArray(StudyFixture[]::new));
    service =
        GenerationService.open(
            index.directory(),
            Duration.ofHours(1),
            Duration.ZERO,
            Duration.ofMinutes(1),
            List.of());
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void sitesHoldTwelveBytesEachUntilTheLeaseIsClosed() throws Exception {
    Lease lease = service.acquire();
    lease.generation().siteSearcher().walk(ALL, lease);
    assertThat(service.streamBytes()).isBetween(12 * STUDIES, 24 * STUDIES);
    lease.close();
    lease.close();
    assertThat(service.streamBytes()).isZero();
  }

  @Test
  void studiesHoldEightBytesEachOrAPartOfTheHits() throws Exception {
    try (Lease byId = service.acquire();
        Lease sorted = service.acquire()) {
      byId.generation().searcher().walk(ALL.withSort(List.of(new Sort.ById(false))), byId);
      assertThat(service.streamBytes()).isBetween(8 * STUDIES, 16 * STUDIES);
      sorted.generation().searcher().walk(ALL, sorted);
      assertThat(service.streamBytes()).isGreaterThan(256 * STUDIES);
    }
    assertThat(service.streamBytes()).isZero();
  }

  @Test
  void allTogetherHoldAPartOfTheHeap() {
    long limit = Runtime.getRuntime().maxMemory() / 4;
    try (Lease others = service.acquire();
        Lease lease = service.acquire()) {
      others.hold(limit - STUDIES);
      assertThatThrownBy(() -> lease.generation().siteSearcher().walk(ALL, lease))
          .isInstanceOf(StreamMemoryException.class);
      lease.hold(STUDIES);
      assertThat(service.streamBytes()).isEqualTo(limit);
    }
    assertThat(service.streamBytes()).isZero();
  }
}
