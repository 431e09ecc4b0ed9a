package org.studyatlas.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.build.BuildListener;
import org.studyatlas.build.BuildOptions;
import org.studyatlas.build.IndexBuild;
import org.studyatlas.sample.SampleOptions;
import org.studyatlas.sample.SampleRegistry;

/** What the README shows a new user of {@code ./studyatlas demo} is what the demo answers. */
class ReadmeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEMO_STUDIES = 3_000;

  @TempDir private Path folder;

  @Test
  void showsTheAnswerOfTheDemo() throws Exception {
    String readme = Files.readString(Path.of("..", "README.md"));
    Matcher shown =
        Pattern.compile(
                "curl 'http://127.0.0.1:8080(/search\\?[^']+)'\\s+(\\{\"total\":.*?), …\\],\\s+\"nextCursor\"",
                Pattern.DOTALL)
            .matcher(readme);
    assertThat(shown.find()).isTrue();
    assertThat(Files.readString(Path.of("..", "studyatlas"))).contains(shown.group(1));

    JsonNode expected = JSON.readTree(shown.group(2) + "]}");
    JsonNode answer;
    try (TestServer server = TestServer.over(demoIndex())) {
      answer = JSON.readTree(server.get(shown.group(1)).body());
    }

    assertThat(answer.get("total")).isEqualTo(expected.get("total"));
    assertThat(answer.get("sitesWithoutPoint")).isEqualTo(expected.get("sitesWithoutPoint"));
    assertThat(answer.get("hits").get(0)).isEqualTo(expected.get("hits").get(0));
  }

  private Path demoIndex() throws Exception {
    Path zip = folder.resolve("sample.zip");
    new SampleRegistry(SampleOptions.of(DEMO_STUDIES, 1)).writeZip(zip, (entries, bytes) -> {});
    Path index = folder.resolve("index");
    IndexBuild.run(
        BuildOptions.of(List.of(zip.toString()), index),
        InputStream.nullInputStream(),
        new BuildListener() {});
    return index;
  }
}
