package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.source.Sources.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ChecksumTest {

  /** More than is read ahead. */
  private static final String LONG = " ".repeat(1_000_000);

  @TempDir Path folder;

  @Test
  void isTheDigestOfTheFileAlsoAfterClosing() throws Exception {
    byte[] zip = new TinyZip().add("NCT00000001.json", study(1)).bytes();
    byte[] text = Sources.gzip(study(1));
    StudySource zipped = Sources.open(Sources.write(folder.resolve("a.zip"), zip));
    StudySource packed = Sources.open(Sources.write(folder.resolve("b.gz"), text));
    zipped.close();
    packed.close();

    assertThat(zipped.sha256()).isEqualTo(sha256(zip));
    assertThat(packed.sha256()).isEqualTo(sha256(text));
  }

  @Test
  void waitsForTheEndOfStandardInput() throws Exception {
    byte[] bytes = (study(1) + "\n" + LONG + study(2) + "\n\n").getBytes(UTF_8);
    try (StudySource source = Sources.standardInput(bytes)) {
      CompletableFuture<String> digest = later(source);
      source.next();
      assertThat(digest).isNotDone();

      Sources.drain(source);

      assertThat(digest.get(10, TimeUnit.SECONDS)).isEqualTo(sha256(bytes));
    }
  }

  @Test
  void releasesThoseWhoWaitIfTheEndIsNotReached() throws Exception {
    StudySource closed = Sources.standardInput(("{}\n" + LONG + "{}").getBytes(UTF_8));
    CompletableFuture<String> digest = later(closed);
    closed.close();
    assertThatThrownBy(() -> digest.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SourceException.class)
        .hasMessageContaining("was not read to its end");

    try (StudySource damaged = Sources.standardInput(("{}[x" + LONG).getBytes(UTF_8))) {
      assertThatThrownBy(() -> Sources.drain(damaged)).isInstanceOf(SourceException.class);
      assertThatThrownBy(damaged::sha256).hasMessageContaining("was not read to its end");
    }
  }

  @Test
  void refusesAFileThatHasChanged() throws Exception {
    Path file = Sources.write(folder.resolve("a.json"), study(1));
    try (StudySource source = Sources.open(file)) {
      Files.writeString(file, study(1) + "\n" + study(2));

      assertThatThrownBy(source::sha256).hasMessageContaining("changed while it was read");
    }
  }

  @Test
  void ofAFolderIsTheDigestOfTheListOfItsFiles() throws Exception {
    Path studies = Files.createDirectory(folder.resolve("studies"));
    Sources.write(studies.resolve("35/NCT00000035.json"), study(35));
    Sources.write(studies.resolve("z.json"), study(1));
    Sources.write(studies.resolve("README"), "not a study");
    Files.createSymbolicLink(studies.resolve("NCT00000002.json"), Path.of("nowhere"));

    String list =
        sha256("")
            + "  NCT00000002.json\n"
            + sha256(study(1))
            + "  z.json\n"
            + sha256(study(35))
            + "  35/NCT00000035.json\n";
    try (StudySource source = Sources.open(studies)) {
      assertThat(source.sha256()).isEqualTo(sha256(list));
    }
  }

  @Test
  void ofSeveralArgumentsIsTheDigestOfTheirList() throws Exception {
    Path b = Sources.write(folder.resolve("b.json"), study(1));
    Path a = Sources.write(folder.resolve("a.json"), study(2));

    try (StudySource source =
        StudySource.open(
            List.of(b.toString(), "-", a.toString()),
            new ByteArrayInputStream(study(3).getBytes(UTF_8)),
            SourceLimits.DEFAULT)) {
      Sources.drain(source);

      String list =
          sha256(study(1))
              + "  b.json\n"
              + sha256(study(3))
              + "  -\n"
              + sha256(study(2))
              + "  a.json\n";
      assertThat(source.sha256()).isEqualTo(sha256(list));
      assertThat(source.sha256()).isEqualTo(sha256(list));
    }
  }

  private static CompletableFuture<String> later(StudySource source) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return source.sha256();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static String sha256(String text) throws Exception {
    return sha256(text.getBytes(UTF_8));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
