package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.source.Sources.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

  @TempDir Path temporary;

  private Path folder;

  @BeforeEach
  void createFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("studies"));
  }

  @Test
  void readsFilesBeforeFoldersInTheOrderOfTheirNames() throws IOException {
    write("b/NCT00000005.json", study(5));
    write("a/deeper/NCT00000004.json", study(4));
    write("a/NCT00000003.json", study(3));
    write("NCT00000002.json", study(2));
    write("NCT00000001.json", study(1));

    try (StudySource source = Sources.open(folder)) {
      List<SourceRecord> all = Sources.drain(source);
      assertThat(all.stream().map(Sources::text))
          .containsExactly(study(1), study(2), study(3), study(4), study(5));
      assertThat(all.stream().map(SourceRecord::sequence)).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(all.get(3).location()).isEqualTo("studies/a/deeper/NCT00000004.json:1");
    }
  }

  @Test
  void readsEveryFormatByContentAndIgnoresOtherNames() throws IOException {
    write("a.json", "[" + study(1) + "]");
    write("b.JSON.GZ", Sources.gzip(study(2)));
    write("c.ndjson", study(3) + "\n" + study(4));
    write("d.jsonl.gz", Sources.gzip("{\"studies\":[" + study(5) + "]}"));
    write("e.zip", new TinyZip().add("NCT00000006.json", study(6)).bytes());
    write("f.json", new TinyZip().add("NCT00000007.json", study(7)).bytes());
    write("empty-page.json", "{\"studies\":[]}");
    write("README.md", "hello");
    write(".hidden.json", "hello");
    write("__MACOSX/a.json", "hello");

    try (StudySource source = Sources.open(folder)) {
      assertThat(source.info().ignored().count()).isEqualTo(3);
      assertThat(source.info().ignored().examples())
          .containsExactlyInAnyOrder(
              "studies/.hidden.json", "studies/README.md", "studies/__MACOSX");
      assertThat(source.info().expectedRecords()).isEmpty();
      assertThat(Sources.drain(source).stream().map(Sources::text))
          .containsExactly(study(1), study(2), study(3), study(4), study(5), study(6), study(7));
      assertThat(source.bytesRead()).isEqualTo(source.info().totalBytes().orElseThrow());
    }
  }

  @Test
  void tellsWhatIsNotReadOfTheZipsInIt() throws IOException {
    TinyZip zip = new TinyZip().add("NCT00000001.json", study(1)).add("all.ndjson", study(2));
    write("a.zip", zip.bytes());
    write("notes.txt", "hello");
    Path other = folder.resolveSibling("other.zip");
    Sources.write(other, zip.bytes());

    try (StudySource source = Sources.open(folder, other)) {
      Sources.drain(source);

      assertThat(source.ignored())
          .isEqualTo(
              new Ignored(
                  3,
                  List.of(
                      "studies/notes.txt", "studies/a.zip!all.ndjson", "other.zip!all.ndjson")));
    }
  }

  @Test
  void expectsARecordForEachFileThatIsNamedAfterItsStudy() throws IOException {
    write("NCT00000001.json", study(1));
    write("02/nct00000002.json.gz", Sources.gzip(study(2)));

    try (StudySource source = Sources.open(folder)) {
      assertThat(source.info().expectedRecords()).hasValue(2);
      assertThat(source.info().newestModification()).isPresent();
    }
  }

  @Test
  void whateverIsWrongWithAStudyFileIsOneBadRecord() throws IOException {
    write("NCT00000001.json", "<html>not found</html>");
    write("NCT00000002.json", new byte[0]);
    write("NCT00000003.json", study(3));
    write("NCT00000004.json", study(4).substring(0, 30));
    write("NCT00000005.json.gz", Arrays.copyOf(Sources.gzip(study(5)), 30));
    write("NCT00000006.json", new TinyZip().add("NCT00000006.json", study(6)).bytes());
    Files.createSymbolicLink(folder.resolve("NCT00000007.json"), Path.of("nowhere"));
    write("NCT00000008.json", "[" + study(8) + "] and more");

    assertThat(Sources.texts(folder))
        .containsExactly(
            "bad-file",
            "bad-file",
            study(3),
            "bad-file",
            "bad-file",
            "bad-file",
            "bad-file",
            study(8),
            "bad-file");
    assertThat(Sources.locations(folder)).contains("studies/NCT00000001.json");
  }

  @Test
  void aStudyFileThatDisappearsWhileReadingIsOneBadRecord() throws IOException {
    write("NCT00000001.json", study(1));
    write("NCT00000002.json", study(2));

    try (StudySource source = Sources.open(folder)) {
      assertThat(Sources.text(source.next())).isEqualTo(study(1));
      Files.delete(folder.resolve("NCT00000002.json"));
      assertThat(Sources.text(source.next())).isEqualTo("bad-file");
      assertThat(source.next()).isNull();
    }
  }

  @Test
  void damageInAnyOtherFileEndsTheSourceAndNamesTheFile() throws IOException {
    write("a.json", "[" + study(1) + "]");
    write("b.json", "<html>not found</html>");

    try (StudySource source = Sources.open(folder)) {
      assertThat(Sources.text(source.next())).isEqualTo(study(1));
      assertThatThrownBy(source::next)
          .isInstanceOf(SourceException.class)
          .hasMessageStartingWith(folder + "/b.json: looks like an HTML page");
      assertThatThrownBy(source::next).isInstanceOf(SourceException.class);
    }
  }

  @Test
  void anotherFileThatIsGoneOrCutShortEndsTheSource() throws IOException {
    write("a.json", study(1));
    write("b.zip", Arrays.copyOf(new TinyZip().add("a.json", study(2)).bytes(), 50));
    assertThatThrownBy(() -> Sources.texts(folder)).hasMessageContaining("b.zip: is a zip that");

    Files.delete(folder.resolve("b.zip"));
    Files.createSymbolicLink(folder.resolve("b.json"), Path.of("nowhere"));
    assertThatThrownBy(() -> Sources.open(folder)).hasMessageContaining("b.json: no such file");
  }

  @Test
  void refusesAFolderWithoutStudies() throws IOException {
    write("README.md", "hello");
    assertThatThrownBy(() -> Sources.open(folder))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("is a folder without any .json")
        .hasMessageContaining("(1 others)");

    write("a.json", "[]");
    assertThatThrownBy(() -> Sources.texts(folder)).hasMessageContaining("holds no study");
  }

  @Test
  void followsLinksButNotInCircles() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Sources.write(elsewhere.resolve("NCT00000002.json"), study(2));
    write("a/NCT00000001.json", study(1));
    Files.createSymbolicLink(folder.resolve("a/up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("a/self"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("b"), elsewhere);
    Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

    assertThat(Sources.texts(link)).containsExactly(study(1), study(2));
    try (StudySource source = Sources.open(link)) {
      assertThat(source.info().ignored().count()).isEqualTo(2);
    }
  }

  @Test
  void doesNotWaitForPipes() throws Exception {
    write("NCT00000001.json", study(1));
    Process pipe =
        new ProcessBuilder("mkfifo", folder.resolve("NCT00000002.json").toString()).start();
    assertThat(pipe.waitFor()).isZero();

    assertThat(Sources.texts(folder)).containsExactly(study(1));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Sources.write(folder.resolve(name), bytes);
  }
}
