package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.study.NctId;

/** The same study several times in one source. */
class DuplicateStudiesTest {

  private static final NctId ID = new NctId(7);

  @TempDir Path temp;

  @ParameterizedTest(name = "newest first: {0}, {1} threads")
  @CsvSource({"true, 1", "true, 4", "false, 1", "false, 4"})
  void keepsTheNewestSnapshotInAnyOrder(boolean newestFirst, int threads) throws IOException {
    List<StudyFixture> sevens =
        Arrays.asList(
            StudyZip.study(7, "2026-08-11"),
            StudyZip.study(7, "2026-08-12"),
            StudyZip.study(7, "2026-08-13").site("Paris", "France", "RECRUITING", 48.85, 2.35));
    String newest = sevens.getLast().text();
    if (newestFirst) {
      Collections.reverse(sevens);
    }

    Generation generation = build(sevens, threads);

    assertThat(Builds.records(generation)).hasSize(1).containsEntry(ID, newest);
    assertThat(generation.manifest().counts())
        .isEqualTo(new IndexManifest.Counts(3, 1, 0, 2, 3, 2));
  }

  @ParameterizedTest(name = "{0} threads")
  @CsvSource({"1", "4"})
  void keepsTheLaterOneOfTwoEquallyNewRecords(int threads) throws IOException {
    StudyFixture first = StudyZip.study(7, "2026-08-13").title("First");
    StudyFixture second = StudyZip.study(7, "2026-08-13").title("Second");

    Generation generation = build(List.of(first, second), threads);

    assertThat(Builds.records(generation)).containsEntry(ID, second.text());
  }

  @ParameterizedTest(name = "{0} threads")
  @CsvSource({"1", "4"})
  void prefersTheLaterUpdateWithinASnapshot(int threads) throws IOException {
    String updated = "protocolSection.statusModule.lastUpdatePostDateStruct.date";
    StudyFixture newer = StudyZip.study(7, "2026-08-13").with(updated, "2026-08-01");
    StudyFixture older = StudyZip.study(7, "2026-08-13").with(updated, "2026-07-01");

    Generation generation = build(List.of(newer, older), threads);

    assertThat(Builds.records(generation)).containsEntry(ID, newer.text());
  }

  private Generation build(List<StudyFixture> studies, int threads) throws IOException {
    Path lines = temp.resolve("studies.ndjson");
    Files.write(lines, studies.stream().map(StudyFixture::text).toList());
    Builds.publish(Builds.options(lines, temp.resolve("index"), threads));
    return Builds.requireSound(temp.resolve("index"));
  }
}
