package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.studyatlas.source.Sources.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.source.TinyZip.Entry;

class ZipDamageTest {

  @TempDir Path folder;

  private static final Entry GOOD = Entry.deflated("NCT00000001.json", study(1).getBytes(UTF_8));

  static Stream<Arguments> badEntries() {
    byte[] cut = Arrays.copyOf(GOOD.data(), GOOD.data().length - 3);
    byte[] longer = Arrays.copyOf(GOOD.data(), GOOD.data().length + 3);
    byte[] garbage = GOOD.data().clone();
    garbage[0] = (byte) 0xFF;
    Entry stored = Entry.stored("NCT00000001.json", study(1).getBytes(UTF_8));
    return Stream.of(
        Arguments.of("bad-zip-entry", "CRC", GOOD.withCrc(1)),
        Arguments.of("bad-zip-entry", "CRC", stored.withCrc(1)),
        Arguments.of("bad-zip-entry", "more than", GOOD.withSize(5)),
        Arguments.of("bad-zip-entry", "more than", GOOD.withSize(0)),
        Arguments.of("bad-zip-entry", "ends early", GOOD.withSize(1000)),
        Arguments.of("bad-zip-entry", "where the zip states 5", stored.withSize(5)),
        Arguments.of("bad-zip-entry", "cannot have", GOOD.withSize(1_000_000)),
        Arguments.of("bad-zip-entry", "damaged", GOOD.withData(garbage)),
        Arguments.of("bad-zip-entry", "ends early", GOOD.withData(cut)),
        Arguments.of("bad-zip-entry", "behind", GOOD.withData(longer)),
        Arguments.of("bad-zip-entry", "ends early", GOOD.withData(new byte[0]).withSize(0)),
        Arguments.of("unsupported-zip-entry", "encrypted", GOOD.withFlags(1)),
        Arguments.of("unsupported-zip-entry", "method 93", GOOD.withMethod(93)),
        Arguments.of("too-large", "limit", GOOD.withSize(33 << 20)),
        Arguments.of("too-large", "limit", GOOD.withSize(0xFFFFFFF0L)));
  }

  @ParameterizedTest
  @MethodSource("badEntries")
  void oneBadEntryIsOneBadRecord(String code, String detail, Entry entry) throws IOException {
    TinyZip zip = new TinyZip().add(entry).add("NCT00000002.json", study(2));

    try (StudySource source = Sources.open(write(zip.bytes()))) {
      List<SourceRecord> all = Sources.drain(source);

      assertThat(all).hasSize(2);
      assertThat(Sources.text(all.get(1))).isEqualTo(study(2));
      assertThatThrownBy(all.getFirst()::json)
          .isInstanceOfSatisfying(
              RecordException.class,
              e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.detail()).contains(detail);
                assertThat(e.location()).isEqualTo("a.zip!NCT00000001.json");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 10, 200, 100_000, Integer.MAX_VALUE})
  void anOffsetThatIsWrongIsOneBadRecord(int shift) throws IOException {
    byte[] bytes = new TinyZip().add(GOOD).add("NCT00000002.json", study(2)).bytes();
    int entry = directoryStart(bytes);
    little(bytes).putInt(entry + 42, shift);

    assertThat(Sources.texts(write(bytes))).containsExactly("bad-zip-entry", study(2));
  }

  @Test
  void entriesThatShareALocalHeaderAreBadRecords() throws IOException {
    byte[] bytes = new TinyZip().add(GOOD).add("NCT00000002.json", study(2)).bytes();
    int second = directoryStart(bytes) + 46 + GOOD.name().length();
    little(bytes).putInt(second + 42, 0);

    assertThat(Sources.texts(write(bytes))).containsExactly(study(1), "bad-zip-entry");
  }

  @Test
  void refusesZipsWhoseEntriesOverlapManyTimes() throws IOException {
    byte[] bytes = manyDirectoryEntriesForOneFile(1000);

    assertThatThrownBy(() -> Sources.open(write(bytes)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("they overlap");
  }

  @Test
  void doesNotInflateWhatIsDeclaredTooLarge() throws IOException {
    Entry bomb = new Entry("NCT00000001.json", 0, 8, 0, 1L << 30, zeros(), 0);

    assertThat(textsWithin(8 << 20, bomb)).containsExactly("too-large", study(2));
  }

  @Test
  void stopsInflatingBehindTheDeclaredSize() throws IOException {
    Entry bomb = new Entry("NCT00000001.json", 0, 8, 0, 1000, zeros(), 0);

    assertThat(textsWithin(8 << 20, bomb)).containsExactly("bad-zip-entry", study(2));
  }

  @Test
  void refusesAZipThatWasCutShortAnywhere() throws IOException {
    TinyZip zip = new TinyZip();
    for (int i = 1; i <= 50; i++) {
      zip.add("NCT%08d.json".formatted(i), study(i));
    }
    byte[] whole = zip.zip64().bytes();
    for (int part = 0; part < 20; part++) {
      Path file = write(Arrays.copyOf(whole, whole.length * part / 20));

      assertThatThrownBy(() -> Sources.open(file))
          .as("%d twentieths", part)
          .isInstanceOf(SourceException.class)
          .hasMessageContaining(part == 0 ? "is empty" : "cut short");
    }
  }

  @Test
  void refusesADirectoryThatIsBroken() throws IOException {
    byte[] bytes = new TinyZip().add(GOOD).add("NCT00000002.json", study(2)).bytes();
    little(bytes).putInt(directoryStart(bytes) + 46 + GOOD.name().length(), 7);

    assertThatThrownBy(() -> Sources.open(write(bytes)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("its directory is broken at byte");
  }

  @Test
  void refusesADirectoryThatMissesEntries() throws IOException {
    byte[] bytes = new TinyZip().add(GOOD).add("NCT00000002.json", study(2)).bytes();
    little(bytes).putShort(bytes.length - 12, (short) 3);

    assertThatThrownBy(() -> Sources.open(write(bytes)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("has 2 entries where its end says 3");
  }

  @Test
  void refusesAZipWithoutStudies() throws IOException {
    byte[] bytes = new TinyZip().add("ctg-studies.csv", "NCT Number").bytes();

    assertThatThrownBy(() -> Sources.open(write(bytes)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("holds no .json file (1 other entries)");
    assertThatThrownBy(() -> Sources.open(write(new TinyZip().bytes())))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("holds no .json file");
  }

  private List<String> textsWithin(long maxAllocated, Entry bomb) throws IOException {
    Path file = write(new TinyZip().add(bomb).add("NCT00000002.json", study(2)).bytes());
    long before = allocated();
    List<String> texts = Sources.texts(file);
    assertThat(allocated() - before).isLessThan(maxAllocated);
    return texts;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /** A gigabyte of zeros in a megabyte: the same flushed block again and again. */
  private static byte[] zeros() {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(new byte[1 << 20]);
    byte[] block = new byte[4096];
    int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
    deflater.end();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 1024; i++) {
      all.write(block, 0, length);
    }
    all.writeBytes(TinyZip.deflate(new byte[0]));
    return all.toByteArray();
  }

  private static byte[] manyDirectoryEntriesForOneFile(int count) {
    byte[] one = new TinyZip().add(Entry.stored("a.json", new byte[100_000])).bytes();
    int start = directoryStart(one);
    byte[] entry = Arrays.copyOfRange(one, start, one.length - 22);
    byte[] all = Arrays.copyOf(one, start + count * entry.length + 22);
    for (int i = 0; i < count; i++) {
      System.arraycopy(entry, 0, all, start + i * entry.length, entry.length);
    }
    ByteBuffer end = little(all).position(all.length - 22);
    end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
    end.putInt(count * entry.length).putInt(start);
    return all;
  }

  private static int directoryStart(byte[] zip) {
    return little(zip).getInt(zip.length - 6);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Path write(byte[] bytes) throws IOException {
    return Sources.write(folder.resolve("a.zip"), bytes);
  }
}
