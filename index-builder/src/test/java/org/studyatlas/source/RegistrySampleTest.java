package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real records of the registry, where they lie beside the checkout. */
class RegistrySampleTest {

  private static final Path DATA = Path.of("../../shared/data");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry-sample.zip",
        "series/2026-02-04.zip",
        "series/2026-02-13.zip",
        "series/2026-02-27.zip"
      })
  void readsTheSameAsTheZipOfTheJdk(String name) throws Exception {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "no real records beside the checkout: " + file);
    try (StudySource source = Sources.open(file);
        ZipFile zip = new ZipFile(file.toString())) {
      List<SourceRecord> all = Sources.drain(source);

      assertThat(all.size()).isEqualTo(zip.size()).isGreaterThan(100);
      for (SourceRecord one : all) {
        String location = one.location();
        ZipEntry entry = zip.getEntry(location.substring(location.indexOf('!') + 1));
        assertSame(one, entry, zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static void assertSame(SourceRecord one, ZipEntry entry, byte[] expected)
      throws Exception {
    assertThat(one.json()).as(one.location()).isEqualTo(expected);
    Deflated deflated = one.deflated();
    assertThat(deflated.crc32() & 0xFFFFFFFFL).isEqualTo(entry.getCrc());
    assertThat(deflated.bytes()).hasSize((int) entry.getCompressedSize());
    assertThat(deflated.size()).isEqualTo(expected.length);
    Inflater inflater = new Inflater(true);
    inflater.setInput(deflated.bytes());
    byte[] inflated = new byte[expected.length];
    assertThat(inflater.inflate(inflated)).isEqualTo(expected.length);
    inflater.end();
    assertThat(inflated).as(one.location()).isEqualTo(expected);
  }

  @Test
  void cutsRealRecordsOutOfTextInEveryForm() throws Exception {
    Path file = DATA.resolve("series/2026-02-04.zip");
    assumeTrue(Files.exists(file), () -> "no real records beside the checkout: " + file);
    List<byte[]> expected = new ArrayList<>();
    try (StudySource source = Sources.open(file)) {
      for (SourceRecord one : Sources.drain(source)) {
        expected.add(one.json());
      }
    }
    for (String form :
        List.of("|\n|", "[|,|]", "{\"studies\":[|,|],\"nextPageToken\":\"x\"}", "|| ")) {
      String[] parts = form.split("\\|", -1);
      Path text = Sources.write(folder.resolve("text"), join(expected, parts));
      try (StudySource source = Sources.open(text)) {
        List<SourceRecord> all = Sources.drain(source);
        assertThat(all).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
          assertThat(all.get(i).json()).isEqualTo(expected.get(i));
        }
      }
    }
  }

  private static byte[] join(List<byte[]> texts, String[] parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts[0].getBytes(UTF_8));
    for (int i = 0; i < texts.size(); i++) {
      all.writeBytes(i == 0 ? new byte[0] : parts[1].getBytes(UTF_8));
      all.writeBytes(texts.get(i));
    }
    all.writeBytes(parts[2].getBytes(UTF_8));
    return all.toByteArray();
  }
}
