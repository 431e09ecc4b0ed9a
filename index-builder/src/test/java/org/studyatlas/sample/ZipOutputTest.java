package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipOutputTest {

  private static final LocalDate DAY = LocalDate.of(2026, 8, 14);

  @TempDir Path dir;

  @Test
  void moreThan65535EntriesCanBeReadBack() throws IOException {
    Path file = dir.resolve("many.zip");
    byte[] content = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file);
        Packer packer = new Packer(6)) {
      ZipOutput zip = new ZipOutput(out, DAY);
      for (int i = 0; i < 70_000; i++) {
        PackedEntry packed = packer.pack("f/" + i, content);
        zip.add(packed);
      }
      zip.finish();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(70_000);
      assertThat(zip.getInputStream(zip.getEntry("f/69999")).readAllBytes()).isEqualTo(content);
      assertThat(zip.getEntry("f/3").getTimeLocal()).isEqualTo(DAY.atTime(6, 0));
    }
  }

  @Test
  void anOffsetBeyondFourGigabytesIsInTheZip64Field() {
    ZipOutput zip = new ZipOutput(OutputStream.nullOutputStream(), DAY);
    byte[] name = "x".getBytes(StandardCharsets.US_ASCII);
    PackedEntry entry = new PackedEntry("x", new byte[3], 5, 7);
    ByteBuffer header =
        ByteBuffer.wrap(zip.centralHeader(entry, name, 5_000_000_000L).array())
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(42)).isEqualTo(-1);
    assertThat(header.getShort(30)).isEqualTo((short) 12);
    assertThat(header.getShort(47)).isEqualTo((short) 1);
    assertThat(header.getLong(51)).isEqualTo(5_000_000_000L);
  }

  @Test
  void anEmptyZipCanBeReadBack() throws IOException {
    Path file = dir.resolve("empty.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      new ZipOutput(out, DAY).finish();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isZero();
    }
  }
}
