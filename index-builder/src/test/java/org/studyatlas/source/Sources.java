package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Short ways to write inputs and to read sources. */
final class Sources {

  static final SourceLimits SMALL = new SourceLimits(64 << 10, 64);

  private Sources() {}

  static StudySource open(Path... inputs) throws IOException {
    return open(SourceLimits.DEFAULT, inputs);
  }

  static StudySource open(SourceLimits limits, Path... inputs) throws IOException {
    List<String> arguments = Arrays.stream(inputs).map(Path::toString).toList();
    return StudySource.open(arguments, InputStream.nullInputStream(), limits);
  }

  static StudySource standardInput(byte[] bytes) throws IOException {
    return StudySource.open(List.of("-"), new ByteArrayInputStream(bytes), SourceLimits.DEFAULT);
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return Files.write(file, bytes);
  }

  static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(UTF_8));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8));
  }

  /** All records up to the end, or up to the failure of the source. */
  static List<SourceRecord> drain(StudySource source) throws IOException {
    List<SourceRecord> records = new ArrayList<>();
    for (SourceRecord next = source.next(); next != null; next = source.next()) {
      records.add(next);
    }
    return records;
  }

  /** Opens, reads and closes; what each record says: its text or the code of its failure. */
  static List<String> texts(Path... inputs) throws IOException {
    return texts(open(inputs));
  }

  static List<String> texts(StudySource source) throws IOException {
    try (source) {
      return drain(source).stream().map(Sources::text).toList();
    }
  }

  static List<String> locations(Path... inputs) throws IOException {
    try (StudySource source = open(inputs)) {
      return drain(source).stream().map(SourceRecord::location).toList();
    }
  }

  /** The text of a record, the code of its failure, or {@code end} if there is no record. */
  static String text(@Nullable SourceRecord one) {
    try {
      return one == null ? "end" : new String(one.json(), UTF_8);
    } catch (RecordException e) {
      return e.code();
    }
  }

  /** A study with this number, as short as can be. */
  static String study(int number) {
    return "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT%08d\"}}}"
        .formatted(number);
  }
}
