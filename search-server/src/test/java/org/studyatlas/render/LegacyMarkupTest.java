package org.studyatlas.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LegacyMarkupTest {

  static List<List<String>> texts() {
    return List.of(
        List.of("", ""),
        List.of("plain", "plain"),
        List.of("\\> 5 \\[mg\\] \\& \\~1\\^2 \\_ \\* \\\\", "> 5 [mg] & ~1^2 _ * \\"),
        List.of("C:\\Users \\é \\1 \\", "C:\\Users \\é \\1 \\"),
        List.of("\\\\n", "\\n"),
        List.of("* a\n* b\n\n1. c", "* a\r\n* b\r\n\r\n1. c"),
        List.of("a\r\nb\rc", "a\r\nb\r\nc"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void losesEscapesAndEndsLinesWithCrLf(List<String> markdownAndPlain) {
    assertThat(LegacyMarkup.of(markdownAndPlain.get(0))).isEqualTo(markdownAndPlain.get(1));
  }
}
