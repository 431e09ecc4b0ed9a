package org.studyatlas.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;
import org.studyatlas.schema.RecordStoreWriter;

/** Collects the statistics of records in a folder, as a build does, and reads them back. */
final class StatsRun {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private int spillBlock = TextSpill.STANDARD_BLOCK;
  private int threads = 1;

  private StatsRun(Path folder) {
    this.folder = folder;
  }

  static StatsRun in(Path folder) {
    return new StatsRun(folder);
  }

  StatsRun spillBlock(int size) {
    spillBlock = size;
    return this;
  }

  StatsRun threads(int count) {
    threads = count;
    return this;
  }

  /** Writes {@code stats.json} into the folder and returns its path. */
  Path write(List<byte[]> records) throws IOException {
    Path file = folder.resolve("stats.json");
    Path storeFile = folder.resolve("records.bin");
    Files.deleteIfExists(storeFile);
    try (StatsCollector collector = new StatsCollector(folder, spillBlock)) {
      try (RecordStoreWriter writer = new RecordStoreWriter(storeFile)) {
        addAll(records, writer, collector);
      }
      try (RecordStore store = new RecordStore(storeFile)) {
        collector.write(store, file);
      }
    }
    return file;
  }

  private void addAll(List<byte[]> records, RecordStoreWriter store, StatsCollector collector) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> done = new ArrayList<>();
      for (byte[] record : records) {
        done.add(
            executor.submit(
                () -> {
                  add(record, store, collector);
                  return null;
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void add(byte[] json, RecordStoreWriter store, StatsCollector collector)
      throws IOException, RejectedStudyException {
    CRC32 crc = new CRC32();
    crc.update(json);
    RecordPointer pointer = store.append(deflate(json), json.length, (int) crc.getValue());
    collector.add(new StudyMapper().map(json), pointer);
  }

  private static byte[] deflate(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(json);
    deflater.finish();
    byte[] buffer = new byte[json.length + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  /** The answer about the values of a piece. */
  static JsonNode values(Path stats, String piece) throws Exception {
    try (StatsFile file = StatsFile.open(stats)) {
      return parse(file.fieldValues(List.of(piece), Set.of())).get(0);
    }
  }

  /** The text of the answer about the values of a piece. */
  static String valuesText(Path stats, String piece) throws Exception {
    try (StatsFile file = StatsFile.open(stats)) {
      return text(file.fieldValues(List.of(piece), Set.of()));
    }
  }

  /** The text of the answer about the lists of a piece. */
  static String sizesText(Path stats, String piece) throws Exception {
    try (StatsFile file = StatsFile.open(stats)) {
      return text(file.listSizes(List.of(piece)));
    }
  }

  static String text(StatsAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static JsonNode parse(StatsAnswer answer) throws IOException {
    return JSON.readTree(text(answer));
  }

  /** The JSON of fixtures. */
  static List<byte[]> json(StudyFixture... studies) {
    return Arrays.stream(studies).map(StudyFixture::json).toList();
  }
}
