package org.studyatlas.http.ctgov;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.schema.RecordPointer;

class ZipLayoutTest {

  private static final ZipLayout LAYOUT = new ZipLayout(LocalDateTime.of(2026, 8, 14, 9, 0, 0));
  private static final byte[] JSON = "{\"a\":1}".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void moreEntriesThanSixteenBitsAreReadable() throws IOException {
    int count = 70_000;
    byte[] data = deflated();
    RecordPointer record = new RecordPointer(0, data.length, JSON.length, crc());
    Path file = folder.resolve("many.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ByteArrayOutputStream directory = new ByteArrayOutputStream();
      long position = 0;
      for (int i = 0; i < count; i++) {
        String name = "%05d.json".formatted(i);
        byte[] header = LAYOUT.local(name, record);
        out.write(header);
        out.write(data);
        directory.write(LAYOUT.central(name, record, position));
        position += header.length + data.length;
      }
      out.write(directory.toByteArray());
      out.write(ZipLayout.end(count, position, directory.size()));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(count);
      assertThat(zip.getInputStream(zip.getEntry("69999.json")).readAllBytes()).isEqualTo(JSON);
    }
  }

  @Test
  void anOffsetBeyondFourGigabytesStandsInTheExtraField() {
    RecordPointer record = new RecordPointer(0, 7, 9, 42);
    ByteBuffer central =
        ByteBuffer.wrap(LAYOUT.central("x", record, 5_000_000_000L)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(central.getInt(42)).isEqualTo(-1);
    assertThat(central.getShort(30)).isEqualTo((short) 12);
    assertThat(central.getLong(46 + 1 + 4)).isEqualTo(5_000_000_000L);
    ByteBuffer end =
        ByteBuffer.wrap(ZipLayout.end(3, 5_000_000_000L, 100)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(end.getLong(48)).isEqualTo(5_000_000_000L);
    assertThat(end.getLong(56 + 8)).isEqualTo(5_000_000_100L);
  }

  private static byte[] deflated() {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(JSON);
    deflater.finish();
    byte[] out = new byte[64];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static int crc() {
    CRC32 crc = new CRC32();
    crc.update(JSON);
    return (int) crc.getValue();
  }
}
