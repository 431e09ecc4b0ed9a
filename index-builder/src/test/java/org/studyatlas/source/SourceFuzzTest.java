package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.studyatlas.source.Sources.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged at random, every input is read or refused: nothing else is thrown, nothing hangs. */
@Timeout(120)
class SourceFuzzTest {

  private static final int MUTATIONS = 500;
  private static final int[] TELLING = {
    0, 1, 0x7F, 0x80, 0xFF, '{', '}', '[', ']', '"', '\\', '\n'
  };

  @TempDir Path folder;

  static Stream<Arguments> inputs() {
    String lines = study(1) + "\n" + study(2) + "\n" + study(3) + "\n";
    String page = "{\"totalCount\":3,\"studies\":[" + study(1) + "," + study(2) + "]}";
    TinyZip zip = new TinyZip().add("NCT00000001.json", study(1)).add("01/NCT2.json", study(2));
    zip.add(TinyZip.Entry.stored("x.json", study(3).getBytes(UTF_8)).withLocalExtra(7));
    byte[] plainZip = zip.comment("x").bytes();
    return Stream.of(
        Arguments.of("zip", plainZip),
        Arguments.of("zip64", zip.zip64().bytes()),
        Arguments.of("lines", lines.getBytes(UTF_8)),
        Arguments.of("pages", (page + page).getBytes(UTF_8)),
        Arguments.of("array", ("[" + study(1) + ", {\n}]").getBytes(UTF_8)),
        Arguments.of("gzip", Sources.gzip(lines)),
        Arguments.of("gzip members", twice(Sources.gzip(lines))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void damageIsReportedAndNothingElse(String name, byte[] input) throws IOException {
    for (long seed = 0; seed < MUTATIONS; seed++) {
      byte[] damaged = mutate(input, new Random(seed));
      try (StudySource source = name.startsWith("zip") ? file(damaged) : standardInput(damaged)) {
        readAll(source);
      } catch (SourceException e) {
        continue; // one of the two things that may happen
      } catch (RuntimeException | Error e) {
        throw new AssertionError(name + ", seed " + seed, e);
      }
    }
  }

  private StudySource file(byte[] bytes) throws IOException {
    return Sources.open(Sources.SMALL, Sources.write(folder.resolve("input"), bytes));
  }

  private static StudySource standardInput(byte[] bytes) throws IOException {
    return StudySource.open(List.of("-"), new ByteArrayInputStream(bytes), Sources.SMALL);
  }

  private static void readAll(StudySource source) throws IOException {
    for (SourceRecord one = source.next(); one != null; one = source.next()) {
      Sources.text(one);
      try {
        one.deflated();
      } catch (RecordException e) {
        continue; // the other one
      }
    }
  }

  private static byte[] mutate(byte[] input, Random random) {
    byte[] bytes = input.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = (byte) TELLING[random.nextInt(TELLING.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> bytes = Arrays.copyOf(bytes, at + 1);
        default -> move(bytes, at, random);
      }
    }
    return bytes;
  }

  private static void move(byte[] bytes, int at, Random random) {
    int from = random.nextInt(bytes.length);
    int length = Math.min(random.nextInt(16), bytes.length - Math.max(at, from));
    System.arraycopy(bytes, from, bytes, at, length);
  }

  private static byte[] twice(byte[] bytes) {
    byte[] both = Arrays.copyOf(bytes, bytes.length * 2);
    System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
    return both;
  }
}
