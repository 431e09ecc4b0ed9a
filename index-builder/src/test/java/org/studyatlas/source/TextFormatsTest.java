package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.source.Sources.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormatsTest {

  private static final String PRETTY = "{\n  \"a\" : [\n    {\n    },\n    {}\n  ]\n}";

  @TempDir Path folder;

  static Stream<Arguments> formats() {
    String a = study(1);
    String b = study(2);
    String c = study(3);
    List<String> abc = List.of(a, b, c);
    String page1 = "{\"totalCount\":3,\"studies\":[" + a + "," + b + "],\"nextPageToken\":\"x\"}";
    String page2 = "{\"studies\" : [" + c + "]}";
    return Stream.of(
        Arguments.of("single study", a, List.of(a)),
        Arguments.of("single pretty study", PRETTY, List.of(PRETTY)),
        Arguments.of("array", "[" + a + "," + b + "," + c + "]", abc),
        Arguments.of(
            "array over lines", "[\r\n" + a + ",\r\n" + b + ",\r\n" + c + "\r\n]\r\n", abc),
        Arguments.of("pretty array", "[ " + PRETTY + " , " + a + " ]", List.of(PRETTY, a)),
        Arguments.of("arrays", "[" + a + "]\n[" + b + "]\n\n[]\n[" + c + "]", abc),
        Arguments.of("lines", a + "\n" + b + "\n" + c + "\n", abc),
        Arguments.of("lines without last break", a + "\n" + b + "\n" + c, abc),
        Arguments.of("lines with CRLF and blank lines", a + "\r\n\r\n  " + b + "\n\n\n" + c, abc),
        Arguments.of("concatenated", a + b + c, abc),
        Arguments.of("concatenated pretty", PRETTY + "\n" + PRETTY, List.of(PRETTY, PRETTY)),
        Arguments.of("page", page1, List.of(a, b)),
        Arguments.of("page with more around", tricky(a), List.of(a)),
        Arguments.of("pages in lines", page1 + "\n" + page2 + "\n", abc),
        Arguments.of("pages concatenated", page1 + page2, abc),
        Arguments.of("pretty pages", page1.replaceAll("([\\[,])", "$1\n ") + "\n" + page2, null),
        Arguments.of("array of pages", "[" + page1 + ",\n" + page2 + "]", abc),
        Arguments.of("byte order mark", "\uFEFF" + a + "\n\uFEFF" + b, List.of(a, b)),
        Arguments.of("blank start", " ".repeat(1000) + "\n" + a, List.of(a)),
        Arguments.of("line, then array", a + "\n[" + b + "," + c + "]", abc));
  }

  private static String tricky(String study) {
    return "{\"note\":\"studies\",\"other\":{\"studies\":[1]},\"\\\"studies\":[2],\"studies\":[\n"
        + study
        + "\n],\"list\":[[{}],\"]\"],\"nextPageToken\":\"}\\\\\"}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void readsEveryFormatPlainAndInGzipAndFromStandardInput(
      String name, String text, List<String> expected) throws IOException {
    List<String> studies =
        expected != null ? expected : Sources.texts(Sources.write(folder.resolve("p.json"), text));
    Path plain = Sources.write(folder.resolve("input"), text);
    Path packed = Sources.write(folder.resolve("packed"), Sources.gzip(text));

    assertThat(studies).isNotEmpty();
    assertThat(Sources.texts(plain)).isEqualTo(studies);
    assertThat(Sources.texts(packed)).isEqualTo(studies);
    assertThat(Sources.texts(Sources.standardInput(text.getBytes(UTF_8)))).isEqualTo(studies);
    assertThat(Sources.texts(Sources.standardInput(Sources.gzip(text)))).isEqualTo(studies);
  }

  @Test
  void keepsPrettyStudiesOfPagesAsTheyAre() throws IOException {
    String text = "{\n \"studies\": [\n" + PRETTY + ",\n" + PRETTY + "\n ]\n}\n";

    assertThat(Sources.texts(Sources.write(folder.resolve("p"), text)))
        .containsExactly(PRETTY, PRETTY);
  }

  @Test
  void locatesRecordsByLineOrByElement() throws IOException {
    Path lines = Sources.write(folder.resolve("a.ndjson"), "{}\n\n{}\n");
    Path spread = Sources.write(folder.resolve("b.json"), "{\n}\n{\n}\n");
    Path array = Sources.write(folder.resolve("c.json"), "[{},\n{}]");

    assertThat(Sources.locations(lines)).containsExactly("a.ndjson:1", "a.ndjson:3");
    assertThat(Sources.locations(spread)).containsExactly("b.json:1", "b.json:3");
    assertThat(Sources.locations(array)).containsExactly("c.json[0]", "c.json[1]");
  }

  @Test
  void countsCompressedBytesAndTellsWhatIsKnown() throws IOException {
    byte[] packed = Sources.gzip(study(1) + "\n" + study(2));
    try (StudySource source = Sources.open(Sources.write(folder.resolve("a"), packed))) {
      Sources.drain(source);

      assertThat(source.bytesRead()).isEqualTo(packed.length);
      assertThat(source.info().totalBytes()).hasValue(packed.length);
      assertThat(source.info().expectedRecords()).isEmpty();
      assertThat(source.info().newestModification()).isPresent();
    }
    try (StudySource source = Sources.standardInput(packed)) {
      assertThat(source.info().names()).containsExactly("standard input");
      assertThat(source.info().totalBytes()).isEmpty();
      assertThat(source.info().newestModification()).isEmpty();
    }
  }

  @Test
  void deflatesRecordsOnDemand() throws Exception {
    SourceRecord made = SourceRecord.of("here", 7, study(1).getBytes(UTF_8));
    Deflated deflated = made.deflated();

    assertThat(deflated.crc32()).isEqualTo(TinyZip.crc(made.json()));
    assertThat(deflated.size()).isEqualTo(made.json().length);
    TinyZip.Entry entry =
        new TinyZip.Entry("a.json", 0, 8, deflated.crc32(), deflated.size(), deflated.bytes(), 0);
    Path zip = Sources.write(folder.resolve("a.zip"), new TinyZip().add(entry).bytes());
    assertThat(Sources.texts(zip)).containsExactly(study(1));
  }

  @Test
  void readsOtherMembersOfGzip() throws IOException {
    byte[] one = Sources.gzip(study(1) + "\n");
    byte[] two = Sources.gzip(study(2));
    byte[] both = new byte[one.length + two.length + 100];
    System.arraycopy(one, 0, both, 0, one.length);
    System.arraycopy(two, 0, both, one.length, two.length);

    assertThat(Sources.texts(Sources.standardInput(both))).containsExactly(study(1), study(2));
  }
}
