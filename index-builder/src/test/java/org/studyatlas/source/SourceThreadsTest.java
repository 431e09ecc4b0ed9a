package org.studyatlas.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.source.Sources.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SourceThreadsTest {

  private static final int THREADS = 8;

  @TempDir Path folder;

  @Test
  void eightThreadsReadEachRecordOfAZipOnce() throws Exception {
    assertThat(readByThreads(zip("a.zip", 0, 5000))).hasSize(5000);
  }

  @Test
  void eightThreadsReadEachRecordOfATextOnce() throws Exception {
    assertThat(readByThreads(lines("a.ndjson", 0, 5000))).hasSize(5000);
  }

  @Test
  void eightThreadsReadEachRecordOfManyFilesOnceAndInOrder() throws Exception {
    Path inner = folder.resolve("inner");
    for (int i = 0; i < 100; i++) {
      zip("inner/" + i + ".zip", 100 * i, 20);
      lines("inner/" + i + ".json", 100 * i + 20, 20);
    }

    Map<Long, SourceRecord> all =
        readByThreads(inner, zip("a.zip", 20_000, 500), lines("b.json", 30_000, 500));

    assertThat(all).hasSize(5000);
    assertThat(Sources.text(all.get(0L))).isEqualTo(study(20));
    assertThat(Sources.text(all.get(4000L))).isEqualTo(study(20_000));
    assertThat(Sources.text(all.get(4999L))).isEqualTo(study(30_499));
  }

  @Test
  void allThreadsLearnOfDamage() throws Exception {
    lines("inner/a.json", 0, 500);
    Sources.write(folder.resolve("inner/b.json"), "[" + study(1) + ",");
    try (StudySource source = Sources.open(folder.resolve("inner"))) {
      List<Boolean> failed =
          inThreads(
              () -> {
                try {
                  Sources.drain(source);
                  return false;
                } catch (SourceException e) {
                  return true;
                }
              });
      assertThat(failed).containsOnly(true);
    }
  }

  /** The records by their sequence number, each of which must come once. */
  private Map<Long, SourceRecord> readByThreads(Path... inputs) throws Exception {
    Map<Long, SourceRecord> all = new ConcurrentHashMap<>();
    Map<String, SourceRecord> texts = new ConcurrentHashMap<>();
    try (StudySource source = Sources.open(inputs)) {
      inThreads(
          () -> {
            for (SourceRecord one = source.next(); one != null; one = source.next()) {
              assertThat(all.put(one.sequence(), one)).isNull();
              assertThat(texts.put(new String(one.json(), UTF_8), one)).isNull();
            }
            return true;
          });
    }
    for (long i = 0; i < all.size(); i++) {
      assertThat(all).containsKey(i);
    }
    return all;
  }

  private static <T> List<T> inThreads(Callable<T> task) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        futures.add(threads.submit(task));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }

  private Path zip(String name, int first, int count) throws IOException {
    TinyZip zip = new TinyZip();
    for (int i = first; i < first + count; i++) {
      zip.add("%02d/NCT%08d.json".formatted(i % 100, i), study(i));
    }
    return Sources.write(folder.resolve(name), zip.bytes());
  }

  private Path lines(String name, int first, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      lines.append(study(i)).append('\n');
    }
    return Sources.write(folder.resolve(name), lines.toString());
  }
}
