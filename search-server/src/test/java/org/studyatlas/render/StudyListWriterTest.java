package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.schema.RecordText;

class StudyListWriterTest {

  private static final StudyProjection WHOLE =
      StudyProjection.of(FieldSelection.everything(), MarkupFormat.MARKDOWN);

  @Test
  void putsEachStudyOnALineOfItsOwn() throws IOException {
    assertThat(page(WHOLE, 1841L, "ZVt07cGH", "{\"a\":1}", "{\"b\":2}"))
        .isEqualTo(
            """
            {"totalCount":1841,"studies":[
            {"a":1},
            {"b":2}
            ],"nextPageToken":"ZVt07cGH"}""");
  }

  @Test
  void leavesOutWhatThereIsNot() throws IOException {
    assertThat(page(WHOLE, null, null, "{}")).isEqualTo("{\"studies\":[\n{}\n]}");
    assertThat(page(WHOLE, 0L, null)).isEqualTo("{\"totalCount\":0,\"studies\":[\n\n]}");
    assertThat(page(WHOLE, null, null)).isEqualTo("{\"studies\":[\n\n]}");
  }

  @Test
  void bringsStudyOfSeveralLinesIntoOne() throws IOException {
    assertThat(page(WHOLE, null, null, "{\n  \"a\": \"x  \\\" y\"\r\n}\n"))
        .isEqualTo("{\"studies\":[\n{\"a\":\"x  \\\" y\"}\n]}");
  }

  @Test
  void writesTheRecordedBytesOfTheRegistry() throws Exception {
    String recorded =
        Files.readString(
            SharedData.require("reference/examples/studies/fullmatch_coverage_full_name.json"));
    String id = recorded.replaceFirst("(?s).*\"nctId\":\"(NCT\\d+)\".*", "$1");
    String token = recorded.replaceFirst("(?s).*\"nextPageToken\":\"([^\"]+)\".*", "$1");
    long total = Long.parseLong(recorded.replaceFirst("(?s).*\"totalCount\":(\\d+).*", "$1"));
    StudyProjection ids = StudyProjection.of(FieldSelection.parse("NCTId"), MarkupFormat.MARKDOWN);
    assertThat(page(ids, total, token, StudyFixture.study(id).text())).isEqualTo(recorded);
  }

  @Test
  void projectsTheRecordedPageIntoItself() throws Exception {
    String recorded =
        Files.readString(
            SharedData.require(
                "reference/examples/studies/raj_pembrolizumab_3_verbatim_layout.json"));
    List<String> lines = recorded.lines().toList();
    String[] studies =
        lines.subList(1, lines.size() - 1).stream()
            .map(line -> line.replaceFirst(",$", ""))
            .toArray(String[]::new);
    String token = recorded.replaceFirst("(?s).*\"nextPageToken\":\"([^\"]+)\".*", "$1");
    long total = Long.parseLong(recorded.replaceFirst("(?s).*\"totalCount\":(\\d+).*", "$1"));
    StudyProjection all =
        StudyProjection.of(
            FieldSelection.parse("ProtocolSection,ResultsSection,DerivedSection,HasResults"),
            MarkupFormat.MARKDOWN);
    assertThat(page(WHOLE, total, token, studies)).isEqualTo(recorded);
    assertThat(page(all, total, token, studies)).isEqualTo(recorded);
  }

  private static String page(
      StudyProjection projection, @Nullable Long total, @Nullable String token, String... studies)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StudyListWriter page = new StudyListWriter(projection, total, out);
    for (String study : studies) {
      page.add(RecordText.of(study.getBytes(UTF_8)));
    }
    page.finish(token);
    return out.toString(UTF_8);
  }
}
