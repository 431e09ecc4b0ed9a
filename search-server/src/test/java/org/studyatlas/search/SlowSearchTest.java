package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.testing.PublishedIndex;

class SlowSearchTest {

  @TempDir Path folder;

  @Test
  void aSearchThatTakesTooLongIsEndedAndSaysSo() throws IOException {
    PublishedIndex index = new PublishedIndex(folder);
    StudyFixture[] studies =
        IntStream.range(1, 500)
            .mapToObj(i -> study("NCT%08d".formatted(i)))
            .toArray(StudyFixture[]::new);
    index.publish("2026-08-14-1", studies);
    try (GenerationService service =
            GenerationService.open(
                index.directory(),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                List.of(new TypicalSearches()));
        Lease lease = service.acquire()) {
      assertThatThrownBy(() -> lease.generation().searcher().search(SearchRequest.ALL))
          .isInstanceOf(SlowSearchException.class)
          .hasMessage("the search was ended after 0 seconds; use fewer words and conditions");
    }
  }
}
