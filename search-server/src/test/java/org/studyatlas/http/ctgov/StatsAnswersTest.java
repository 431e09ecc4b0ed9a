package org.studyatlas.http.ctgov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.schema.Generation;
import org.studyatlas.server.TestServer;
import org.studyatlas.testing.PublishedIndex;

/** The statistics where a scenario cannot show them. */
class StatsAnswersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/size", "/field/values", "/fieldValues/Phase", "/listSizes"})
  void anIndexWithoutStatisticsSaysSo(String path) throws IOException {
    Generation generation =
        new PublishedIndex(folder).publish("2026-08-14-1", study("NCT00000001"));
    Files.delete(generation.stats());
    try (TestServer server = TestServer.over(folder)) {
      HttpResponse<String> answer = server.get("/api/v2/stats" + path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body())
          .isEqualTo("this index was built without statistics; build it again to have them");
    }
  }

  @Test
  void anAnswerIsOfTheGenerationInService() throws IOException {
    PublishedIndex index = new PublishedIndex(folder);
    index.publish("2026-08-14-1", study("NCT00000001"));
    try (TestServer server = TestServer.over(folder)) {
      assertThat(server.get("/api/v2/stats/size").body()).contains("\"totalStudies\":1");
      index.publish("2026-08-15-1", study("NCT00000001"), study("NCT00000002"));
      server.generations().refresh();
      assertThat(server.get("/api/v2/stats/size").body()).contains("\"totalStudies\":2");
    }
  }
}
