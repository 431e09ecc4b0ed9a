package org.studyatlas.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServePageTest {

  @Test
  void thePageShowsTheHelpAsItIs() throws IOException {
    assertThat(Files.readString(Path.of("../docs/serve.md")))
        .contains("```\n" + Help.text() + "```\n");
  }

  @Test
  void theHelpNamesEveryOption() {
    assertThat(Help.text()).contains(CommandLine.options());
    assertThat(Help.text().lines()).allMatch(line -> line.length() <= 100);
  }
}
