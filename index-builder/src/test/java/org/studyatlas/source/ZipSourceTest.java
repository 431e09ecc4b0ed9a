package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.source.Sources.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.source.TinyZip.Entry;

class ZipSourceTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsBothLayoutsOfTheRegistry(boolean zip64) throws IOException {
    TinyZip zip =
        new TinyZip().add("NCT00000001.json", study(1)).add("35/NCT00000035.json", study(35));
    Path file = write(zip64 ? zip.zip64() : zip);

    assertThat(Sources.texts(file)).containsExactly(study(1), study(35));
    assertThat(Sources.locations(file))
        .containsExactly("a.zip!NCT00000001.json", "a.zip!35/NCT00000035.json");
  }

  @Test
  void handsOutTheDeflatedBytesOfTheZipUntouched() throws Exception {
    Entry entry = Entry.deflated("NCT00000001.json", study(1).getBytes(UTF_8));
    try (StudySource source = Sources.open(write(new TinyZip().add(entry)))) {
      Deflated deflated = Sources.drain(source).getFirst().deflated();

      assertThat(deflated.bytes()).isEqualTo(entry.data());
      assertThat(deflated.size()).isEqualTo(study(1).length());
      assertThat(deflated.crc32()).isEqualTo(entry.crc32());
    }
  }

  @Test
  void deflatesStoredEntriesOnDemand() throws Exception {
    Entry entry = Entry.stored("NCT00000001.json", study(1).getBytes(UTF_8));
    try (StudySource source = Sources.open(write(new TinyZip().add(entry)))) {
      SourceRecord only = Sources.drain(source).getFirst();

      assertThat(Sources.text(only)).isEqualTo(study(1));
      assertThat(inflate(only.deflated())).isEqualTo(study(1));
      assertThat(only.deflated().crc32()).isEqualTo(entry.crc32());
    }
  }

  @Test
  void ignoresAndCountsWhatIsNoStudy() throws IOException {
    TinyZip zip =
        new TinyZip()
            .add("35/", "")
            .add("README.txt", "hello")
            .add("__MACOSX/35/._NCT00000035.json", "shadow")
            .add("35/._NCT00000035.json", "shadow")
            .add(".json", "no name")
            .add("folder.json/", "")
            .add("35/NCT00000035.JSON", study(35));

    try (StudySource source = Sources.open(write(zip))) {
      assertThat(source.info().ignored().count()).isEqualTo(4);
      assertThat(source.info().ignored().examples()).first().isEqualTo("a.zip!README.txt");
      assertThat(source.info().expectedRecords()).hasValue(1);
      assertThat(Sources.drain(source)).hasSize(1);
    }
  }

  @Test
  void tellsTheTimeOfTheNewestEntryAndTheSize() throws IOException {
    byte[] bytes = new TinyZip().add("NCT00000001.json", study(1)).bytes();
    Path file = Sources.write(folder.resolve("a.zip"), bytes);

    try (StudySource source = Sources.open(file)) {
      assertThat(source.info().newestModification())
          .contains(Instant.parse("2026-08-10T06:00:00Z"));
      assertThat(source.info().totalBytes()).hasValue(bytes.length);
      assertThat(source.info().names()).containsExactly(file.toString());
      assertThat(source.bytesRead()).isZero();
      Sources.drain(source);
      assertThat(source.bytesRead()).isEqualTo(bytes.length);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 4000, 65_535})
  void readsLocalHeadersWithExtraFieldsOfAnyLength(int extra) throws IOException {
    Entry entry = Entry.deflated("NCT00000001.json", study(1).getBytes(UTF_8));
    TinyZip zip = new TinyZip().add(entry.withLocalExtra(extra)).add("NCT00000002.json", study(2));

    assertThat(Sources.texts(write(zip))).containsExactly(study(1), study(2));
  }

  @Test
  void readsZipsWithCommentsEvenIfTheyLookLikeAnEnd() throws IOException {
    TinyZip zip = new TinyZip().add("NCT00000001.json", study(1));

    assertThat(
            Sources.texts(write(zip.comment("fetched on Monday PK\5\6 by hand, no more to say"))))
        .containsExactly(study(1));
    assertThat(Sources.texts(write(zip.comment("x".repeat(65_535))))).containsExactly(study(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsMoreEntriesThanTheOldFormatCanCount(boolean zip64) throws IOException {
    TinyZip zip = new TinyZip();
    Entry entry = Entry.stored("", "{}".getBytes(UTF_8));
    for (int i = 0; i < 70_000; i++) {
      String name = "%02d/NCT%08d.json".formatted(i % 100, i);
      zip.add(new Entry(name, 0, 0, entry.crc32(), entry.size(), entry.data(), 0));
    }

    try (StudySource source = Sources.open(write(zip64 ? zip.zip64() : zip))) {
      assertThat(source.info().expectedRecords()).hasValue(70_000);
      List<SourceRecord> all = Sources.drain(source);
      assertThat(all).hasSize(70_000);
      assertThat(all.getLast().sequence()).isEqualTo(69_999);
      assertThat(all.getLast().location()).isEqualTo("a.zip!99/NCT00069999.json");
    }
  }

  @Test
  void keepsControlCharactersInNamesAwayFromTheTerminal() throws IOException {
    TinyZip zip = new TinyZip().add("../\u001b[31m\r\n\u202ered.json", study(1));

    assertThat(Sources.locations(write(zip))).containsExactly("a.zip!../?[31m???red.json");
    assertThat(Sources.texts(write(zip))).containsExactly(study(1));
  }

  private Path write(TinyZip zip) throws IOException {
    return Sources.write(folder.resolve("a.zip"), zip.bytes());
  }

  private static String inflate(Deflated deflated) throws Exception {
    Inflater inflater = new Inflater(true);
    inflater.setInput(deflated.bytes());
    byte[] text = new byte[deflated.size() + 1];
    int length = inflater.inflate(text);
    assertThat(inflater.finished()).isTrue();
    inflater.end();
    return new String(text, 0, length, UTF_8);
  }
}
