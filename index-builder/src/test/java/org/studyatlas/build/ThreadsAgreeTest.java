package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.names.NameEntries;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexManifest;

/** A build gives the same index whatever the number of threads. */
class ThreadsAgreeTest {

  @TempDir Path temp;

  @RepeatedTest(3)
  void buildsTheSameIndexWithOneAndFourThreads(RepetitionInfo run) throws IOException {
    long seed = run.getCurrentRepetition();
    Path lines = temp.resolve("studies.ndjson");
    Files.write(lines, recordsWithDuplicatesAndDamage(seed));

    BuildResult.Published one = build(lines, 1);
    BuildResult.Published four = build(lines, 4);

    IndexManifest expected = one.generation().manifest();
    IndexManifest actual = four.generation().manifest();
    assertThat(actual.counts()).as("seed %d", seed).isEqualTo(expected.counts());
    assertThat(actual.digest()).as("seed %d", seed).isEqualTo(expected.digest());
    assertThat(actual.source()).isEqualTo(expected.source());
    assertThat(four.report().problems()).as("seed %d", seed).isEqualTo(one.report().problems());
    assertThat(four.generation().stats())
        .as("seed %d", seed)
        .hasSameBinaryContentAs(one.generation().stats());
    assertThat(NameEntries.read(four.generation().names()))
        .as("seed %d", seed)
        .isEqualTo(NameEntries.read(one.generation().names()))
        .isNotEmpty();
    assertThat(Builds.records(four.generation()))
        .as("seed %d", seed)
        .isEqualTo(Builds.records(one.generation()));
  }

  private BuildResult.Published build(Path lines, int threads) throws IOException {
    Path index = temp.resolve("index-" + threads);
    BuildOptions options =
        Builds.limit(Builds.options(lines, index, threads), new RejectedLimit.Share(100), false);
    BuildResult.Published result = Builds.publish(options);
    Generation sound = Builds.requireSound(index);
    assertThat(sound).isEqualTo(result.generation());
    return result;
  }

  private static List<String> recordsWithDuplicatesAndDamage(long seed) {
    Random random = new Random(seed);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String day = "2026-08-%02d".formatted(10 + random.nextInt(4));
      records.add(
          StudyZip.study(1 + random.nextInt(100), day)
              .title("Record " + i)
              .with("protocolSection.unknown" + random.nextInt(5), i)
              .text());
    }
    Collections.nCopies(30, "{\"protocolSection\":{}}").forEach(records::add);
    Collections.nCopies(30, "{\"broken\":}").forEach(records::add);
    Collections.shuffle(records, random);
    return records;
  }
}
