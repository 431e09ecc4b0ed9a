package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.source.Sources.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDamageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"no end",
        "{\"a\":\"no end\\",
        "{\"a\":[1,",
        "{\"a\":[1}",
        "{\"a\":1]",
        "{\"a\":x}",
        "{'a':1}",
        "no JSON at all",
        "17",
        "}",
        ",",
        "{\"a\" \"b\" : @ }"
      })
  void aBrokenLineIsOneRecordAndTheNextLineIsReadAgain(String broken) throws IOException {
    String first = broken + "\n" + study(1) + "\n";
    String middle = study(1) + "\r\n" + broken + "\r\n" + study(2) + "\n";

    assertThat(texts(middle).stream().map(String::strip))
        .containsExactly(study(1), broken, study(2));
    if (broken.startsWith("{")) {
      assertThat(texts(first).stream().map(String::strip)).containsExactly(broken, study(1));
    }
  }

  @Test
  void handsOutWhatFollowsARecordOnItsLine() throws IOException {
    assertThat(texts(study(1) + " trailing\n" + study(2)))
        .containsExactly(study(1), "trailing", study(2));
  }

  @Test
  void aLineOverTheLimitIsOneBadRecord() throws IOException {
    String large = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
    String brokenLarge = "{\"a\":x" + "x".repeat(200_000);
    String all = study(1) + "\n" + large + "\n" + brokenLarge + "\n" + study(2) + "\n";

    assertThat(Sources.texts(Sources.open(Sources.SMALL, write(all))))
        .containsExactly(study(1), "too-large", "too-large", study(2));
    assertThat(
            Sources.texts(Sources.open(Sources.SMALL, write("[" + large + "," + study(2) + "]"))))
        .containsExactly("too-large", study(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          [{"a":1},                   # ends within an array at byte 9
          [{"a":1},{"b":2             # ends within a record at byte 15
          {"studies":[{"a":1}]        # ends within a page at byte 20
          {"studies":[{"a":1},        # ends within an array at byte 20
          [{"a":1},{"b":[2}]          # no valid JSON at byte 16 of the text (line 1, record 2)
          [{"a":1},{"b":"2"x"}]       # no valid JSON at byte 17
          [{"a":1},"b"]               # no valid JSON at byte 9
          [{"a":1}] trailing          # no valid JSON at byte 10
          {"studies":[{"a":1}]} x     # no valid JSON at byte 22
          {"studies":[{"a":1}],"x":@} # no valid JSON at byte 25
          {"a":1},{"a":2}             # no valid JSON at byte 7
          """)
  void anUnsafePlaceEndsTheSourceAfterTheRecordsBeforeIt(String text, String message)
      throws IOException {
    List<SourceRecord> before = new ArrayList<>();
    try (StudySource source = Sources.open(write(text.strip()))) {
      assertThatThrownBy(() -> readInto(source, before))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(message);
      assertThat(before.stream().map(Sources::text)).containsExactly("{\"a\":1}");
      assertThatThrownBy(source::next).isInstanceOf(SourceException.class);
    }
  }

  private static void readInto(StudySource source, List<SourceRecord> records) throws IOException {
    for (SourceRecord next = source.next(); next != null; next = source.next()) {
      records.add(next);
    }
  }

  @Test
  void refusesLinesThatEndWithinARecord() throws IOException {
    assertDamaged(study(1) + "\n{\"a\":1,", "ends within a record");
    assertDamaged("{\n\"a\":1}\n{\n\"b\":", "ends within a record");
    assertDamaged("{\"a\":1,", "ends within a record");
    assertDamaged("{\"a\":x", "no valid JSON at byte 5");
  }

  @Test
  void refusesTextThatEndsInZeroBytes() throws IOException {
    assertDamaged(study(1) + "\n" + "\0".repeat(5000), "no valid JSON at byte");
    assertDamaged(study(1) + "\n{\"a\":" + "\0".repeat(5000), "no valid JSON at byte");
  }

  @Test
  void refusesNestingThatIsTooDeepToFollow() throws IOException {
    String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertThat(texts(study(1) + "\n" + deep + "\n" + study(2)))
        .containsExactly(study(1), deep, study(2));
    assertDamaged("[" + deep + "]", "no valid JSON");
  }

  private void assertDamaged(String text, String message) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> Sources.texts(file))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  @Test
  void saysWhatAFileIsThatHoldsNoStudies() throws IOException {
    assertRefused("<!DOCTYPE html>\n<html><body>".getBytes(UTF_8), "looks like an HTML page");
    assertRefused("<?xml version='1.0'?><clinical_study/>".getBytes(UTF_8), "looks like XML");
    assertRefused("{\"a\":1}".getBytes(UTF_16LE), "looks like UTF-16");
    assertRefused("\u00FF\u00FE{\0".getBytes(ISO_8859_1), "looks like UTF-16");
    assertRefused("BZh91AY".getBytes(UTF_8), "bzip2 -dc ");
    assertRefused("\u00FD7zXZ\0".getBytes(ISO_8859_1), "xz -dc ");
    assertRefused("\u0028\u00B5\u002F\u00FD".getBytes(ISO_8859_1), "zstd -dc ");
    assertRefused("NCT Number,\u001b[2J\n".getBytes(UTF_8), "JSON (begins 'NCT Number,?[2J')");
    assertRefused(new byte[0], "is empty");
    assertRefused(" \n\t\r\n".getBytes(UTF_8), "is empty");
    assertRefused(new byte[1000], "neither");
    assertRefused("[]".getBytes(UTF_8), "holds no study");
    assertRefused("{\"studies\":[]}".getBytes(UTF_8), "holds no study");
    assertRefused(" ".repeat(2000).getBytes(UTF_8), "holds no study");
    assertRefused(Sources.gzip(""), "is empty");
    assertRefused(Sources.gzip("<html>"), "HTML");
    assertRefused(Sources.gzip(Sources.gzip("{}")), "gzip inside of gzip");
    assertRefused(Sources.gzip(new TinyZip().add("a.json", "{}").bytes()), "is a zip");
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    Path file = Sources.write(folder.resolve("input"), content);
    assertThatThrownBy(() -> Sources.open(file))
        .isInstanceOf(SourceException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAZipOnStandardInput() {
    byte[] zip = new TinyZip().add("NCT00000001.json", study(1)).bytes();

    assertThatThrownBy(() -> Sources.standardInput(zip))
        .hasMessage(
            "standard input: is a zip, which is read by its end;"
                + " save it and give the name of the file");
  }

  @Test
  void refusesGzipThatWasCutShortAnywhere() throws IOException {
    byte[] one = Sources.gzip(study(1) + "\n");
    byte[] whole = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, whole, one.length, one.length);
    for (int length = 1; length < whole.length; length++) {
      Path file = Sources.write(folder.resolve("input"), Arrays.copyOf(whole, length));
      if (length != one.length) {
        assertThatThrownBy(() -> Sources.texts(file))
            .as("%d bytes", length)
            .isInstanceOf(SourceException.class);
      }
    }
    assertThat(Sources.texts(Sources.write(folder.resolve("input"), whole))).hasSize(2);
  }

  @Test
  void refusesGzipWhoseDataIsNotWhatItSays() throws IOException {
    byte[] packed = Sources.gzip(study(1));
    packed[packed.length - 6] ^= 1;
    Path wrongChecksum = Sources.write(folder.resolve("a"), packed);
    assertThatThrownBy(() -> Sources.texts(wrongChecksum)).hasMessageContaining("checksum");

    byte[] more = Arrays.copyOf(Sources.gzip(study(1)), packed.length + 1);
    more[packed.length] = 'x';
    Path trailing = Sources.write(folder.resolve("b"), more);
    assertThatThrownBy(() -> Sources.texts(trailing)).hasMessageContaining("is no gzip");
  }

  private List<String> texts(String text) throws IOException {
    return Sources.texts(write(text));
  }

  private Path write(String text) throws IOException {
    return Sources.write(folder.resolve("input"), text);
  }
}
