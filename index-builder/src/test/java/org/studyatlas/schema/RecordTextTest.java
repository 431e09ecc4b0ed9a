package org.studyatlas.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTextTest {

  private static final byte[] JSON = json();

  @TempDir Path folder;

  private Path file = Path.of("");
  private RecordPointer pointer = new RecordPointer(0, 0, 0, 0);

  private static byte[] json() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 5_000; i++) {
      text.append("\"member").append(i * 7919 % 5003).append("\":").append(i).append(',');
    }
    return text.append("\"last\":1}").toString().getBytes(UTF_8);
  }

  @BeforeEach
  void store() throws IOException {
    file = folder.resolve("records.bin");
    CRC32 crc = new CRC32();
    crc.update(JSON);
    try (RecordStoreWriter writer = new RecordStoreWriter(file)) {
      pointer = writer.append(deflated(), JSON.length, (int) crc.getValue());
    }
  }

  private static byte[] deflated() {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(JSON);
    deflater.finish();
    byte[] out = new byte[JSON.length];
    byte[] bytes = java.util.Arrays.copyOf(out, deflater.deflate(out));
    deflater.end();
    return bytes;
  }

  @Test
  void inflatesOnlyWhatIsRead() throws IOException {
    try (RecordStore store = new RecordStore(file);
        RecordText text = store.text(pointer);
        InputStream stream = text.stream()) {
      byte[] beginning = stream.readNBytes(100);
      assertThat(beginning).isEqualTo(java.util.Arrays.copyOf(JSON, 100));
      assertThat(text.isComplete()).isFalse();
      assertThat(text.bytes()).startsWith(beginning).endsWith(new byte[JSON.length / 2]);
    }
  }

  @Test
  void twoReadersSeeTheSame() throws IOException {
    try (RecordStore store = new RecordStore(file);
        RecordText text = store.text(pointer)) {
      InputStream first = text.stream();
      InputStream second = text.stream();
      assertThat(first.readNBytes(3_000)).isEqualTo(second.readNBytes(3_000));
      assertThat(second.readAllBytes()).hasSize(JSON.length - 3_000);
      assertThat(first.readAllBytes()).hasSize(JSON.length - 3_000);
      assertThat(text.all()).isEqualTo(JSON).isSameAs(text.bytes());
      assertThat(text.stream().readAllBytes()).isEqualTo(JSON);
    }
  }

  @Test
  void damageIsNoticed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    try (RecordStore store = new RecordStore(file);
        RecordText text = store.text(pointer)) {
      assertThatThrownBy(text::all)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("records.bin is damaged at byte 0");
    }
  }

  @Test
  void aWrongLengthIsNoticed() throws IOException {
    RecordPointer longer =
        new RecordPointer(
            pointer.offset(), pointer.deflatedLength(), JSON.length + 1, pointer.crc32());
    try (RecordStore store = new RecordStore(file);
        RecordText text = store.text(longer)) {
      assertThatThrownBy(() -> text.stream().readAllBytes())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("length differs");
    }
  }

  @Test
  void aTextInMemoryIsComplete() throws IOException {
    RecordText text = RecordText.of(JSON);
    assertThat(text.isComplete()).isTrue();
    assertThat(text.stream().readAllBytes()).isEqualTo(JSON);
  }
}
