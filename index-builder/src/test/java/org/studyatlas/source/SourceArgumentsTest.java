package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.source.Sources.study;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceArgumentsTest {

  @TempDir Path folder;

  @Test
  void readsSeveralInputsInTheGivenOrder() throws IOException {
    Path zip = write("a.zip", new TinyZip().add("NCT00000001.json", study(1)).bytes());
    Path lines = write("b.ndjson", study(2) + "\n" + study(3));
    Path files = Files.createDirectory(folder.resolve("files"));
    write("files/NCT00000004.json", study(4));
    Path empty = write("empty.json", "{\"studies\":[]}");
    InputStream standardInput = new ByteArrayInputStream(study(5).getBytes(UTF_8));
    List<String> arguments = List.of(lines + "", empty + "", "-", files + "", zip + "");

    try (StudySource source = open(arguments, standardInput)) {
      List<SourceRecord> all = Sources.drain(source);

      assertThat(all.stream().map(Sources::text))
          .containsExactly(study(2), study(3), study(5), study(4), study(1));
      assertThat(all.stream().map(SourceRecord::sequence)).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(all.get(2).location()).isEqualTo("standard input:1");
      assertThat(source.info().names()).hasSize(5).contains("standard input");
      assertThat(source.info().totalBytes()).isEmpty();
    }
  }

  @Test
  void sumsUpWhatIsKnownOfSeveralZips() throws IOException {
    Path a = write("a.zip", new TinyZip().add("a.json", study(1)).add("b.txt", "").bytes());
    Path b = write("b.zip", new TinyZip().add("a.json", study(2)).add("b.txt", "").bytes());

    try (StudySource source = Sources.open(a, b)) {
      assertThat(source.info().expectedRecords()).hasValue(2);
      assertThat(source.info().ignored().count()).isEqualTo(2);
      assertThat(source.info().totalBytes()).hasValue(Files.size(a) + Files.size(b));
      Sources.drain(source);
      assertThat(source.bytesRead()).isEqualTo(Files.size(a) + Files.size(b));
    }
  }

  /** By content, whatever the names; a large text is not packed because a small zip is. */
  @Test
  void knowsHowMuchJsonEachInputHolds() throws IOException {
    byte[] text = ("[" + study(2) + " ".repeat(100_000) + "]").getBytes(UTF_8);
    Path zip = write("zip", new TinyZip().add("a.json", study(1)).add("b.txt", "text").bytes());
    Path plain = Sources.write(folder.resolve("plain.json"), text);
    byte[] packed = Sources.gzip(text);
    Path gzip = Sources.write(folder.resolve("gzip.json"), packed);

    try (StudySource source = Sources.open(zip, plain, gzip)) {
      assertThat(source.info().jsonBytes())
          .hasValue(study(1).length() + text.length + (long) (packed.length * 4.7));
    }
  }

  @Test
  void checksAllInputsBeforeReadingTheFirst() throws IOException {
    Path good = write("a.json", study(1));

    assertThatThrownBy(() -> Sources.open(good, folder.resolve("missing")))
        .isInstanceOf(SourceException.class)
        .hasMessage(folder.resolve("missing") + ": no such file or folder; check the path");
  }

  @Test
  void holdsNoMoreOpenFilesForManyInputs() throws IOException {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      arguments.add(write("page" + i + ".json", "[" + study(i) + "]").toString());
    }
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getOpenFileDescriptorCount();

    try (StudySource source = open(arguments, InputStream.nullInputStream())) {
      assertThat(Sources.drain(source)).hasSize(200);
      assertThat(system.getOpenFileDescriptorCount() - before).isLessThan(50);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://clinicaltrials.gov/api/v2/studies | is an address, and nothing is ever fetched
          no/such/file.zip                          | no such file or folder; check the path
          '  '                                      | no such file or folder
          """)
  void refusesWhatIsNoInput(String argument, String message) {
    assertThatThrownBy(() -> open(List.of(argument), InputStream.nullInputStream()))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith(argument + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesNoInputAndTwiceStandardInputAndNamesThatAreNone() {
    assertThatThrownBy(() -> open(List.of(), InputStream.nullInputStream()))
        .hasMessageStartingWith("no source given");
    assertThatThrownBy(() -> open(List.of("-", "-"), InputStream.nullInputStream()))
        .hasMessageContaining("more than once");
    assertThatThrownBy(() -> open(List.of("a\0b"), InputStream.nullInputStream()))
        .hasMessageStartingWith("a?b: is no path");
  }

  @Test
  void readsPipesLikeStandardInput() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer = Thread.startVirtualThread(() -> writeTo(pipe));

    try (StudySource source = Sources.open(pipe)) {
      assertThat(Sources.drain(source)).hasSize(2);
      assertThat(source.sha256()).hasSize(64);
    }
    writer.join();
  }

  private static void writeTo(Path pipe) {
    try {
      Files.writeString(pipe, study(1) + "\n" + study(2));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void leavesStandardInputOpenAndSaysThatItselfIsClosed() throws IOException {
    InputStream standardInput =
        new ByteArrayInputStream((study(1) + "\n" + study(2)).getBytes(UTF_8)) {
          @Override
          public void close() {
            throw new AssertionError("belongs to somebody else");
          }
        };
    StudySource source = open(List.of("-"), standardInput);
    SourceRecord first = source.next();
    source.close();

    assertThat(Sources.text(first)).isEqualTo(study(1));
    assertThatThrownBy(source::next).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void doesNotTakeClosingForTheEnd() throws IOException {
    Path zip = write("a.zip", new TinyZip().add("NCT00000001.json", study(1)).bytes());
    Path text = write("b.json", study(1));
    for (StudySource source :
        List.of(Sources.open(zip), Sources.open(text), Sources.open(zip, text))) {
      source.close();
      source.close();
      if (!(source instanceof TextSource)) {
        assertThatThrownBy(source::next).isInstanceOf(ClosedChannelException.class);
      }
    }
  }

  private static StudySource open(List<String> arguments, InputStream standardInput)
      throws IOException {
    return StudySource.open(arguments, standardInput, SourceLimits.DEFAULT);
  }

  private Path write(String name, String text) throws IOException {
    return Sources.write(folder.resolve(name), text);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Sources.write(folder.resolve(name), bytes);
  }
}
