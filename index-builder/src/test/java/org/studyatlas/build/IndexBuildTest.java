package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.schema.Generation;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.schema.IndexFiles;
import org.studyatlas.schema.IndexManifest;
import org.studyatlas.study.NctId;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.IndexVerifier;

class IndexBuildTest {

  @TempDir Path temp;

  @Test
  void publishesAGenerationNamedAfterTheNewestSnapshot() throws IOException {
    Path zip = StudyZip.ofStudies(40).add(StudyZip.study(41, "2026-08-14")).write(zip());

    BuildResult.Published result = Builds.publish(Builds.options(zip, index()));

    assertThat(result.generation().name()).isEqualTo("2026-08-14-1");
    assertThat(Files.readString(index().resolve("CURRENT"))).isEqualTo("2026-08-14-1\n");
    assertThat(Builds.requireSound(index())).isEqualTo(result.generation());
    assertThat(Builds.namesIn(result.generation().path()))
        .containsExactly(
            "lucene", "manifest.json", "names", "records.bin", "report.json", "stats.json");
  }

  @Test
  void writesWhatItReadIntoTheManifest() throws IOException {
    Path zip = StudyZip.ofStudies(25).write(zip());

    Generation generation = Builds.publish(Builds.options(zip, index())).generation();

    IndexManifest manifest = generation.manifest();
    assertThat(manifest.counts()).isEqualTo(new IndexManifest.Counts(25, 25, 0, 0, 50, 25));
    assertThat(manifest.dataTimestamp()).isEqualTo(LocalDateTime.of(2026, 8, 13, 0, 0));
    assertThat(manifest.source().name()).isEqualTo("studies.zip");
    assertThat(manifest.source().bytes()).isEqualTo(Files.size(zip));
    assertThat(manifest.source().sha256()).matches("[0-9a-f]{64}");
    assertThat(manifest.builderVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void storesEveryRecordByteForByte() throws IOException {
    Path zip = StudyZip.ofStudies(25).write(zip());

    Generation generation = Builds.publish(Builds.options(zip, index())).generation();

    assertThat(Builds.records(generation))
        .hasSize(25)
        .containsEntry(new NctId(7), StudyZip.study(7, "2026-08-13").text());
  }

  @Test
  void readsStandardInputAndNamesTheGenerationAfterToday() throws IOException {
    String lines = StudyZip.study(1, "2026-08-13").text() + "\n";
    BuildOptions options = Builds.options(Path.of("-"), index());

    BuildResult result =
        IndexBuild.run(
            options,
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            BuildListener.NONE);

    assertThat(result.report().source().name()).isEqualTo("standard input");
    assertThat(result.report().source().bytes()).isEqualTo(lines.length());
    assertThat(result.report().generation()).isEqualTo("2026-08-13-1");
  }

  @Test
  void numbersTheGenerationsOfADayAndKeepsOneOldOne() throws IOException {
    Path zip = StudyZip.ofStudies(5).write(zip());

    for (int i = 0; i < 3; i++) {
      Builds.publish(Builds.options(zip, index()));
    }

    assertThat(Builds.namesIn(index().resolve("generations")))
        .containsExactly("2026-08-13-2", "2026-08-13-3");
    assertThat(Builds.requireSound(index()).name()).isEqualTo("2026-08-13-3");
  }

  @Test
  void takesTheGivenTimestampInsteadOfTheNewestSnapshot() throws IOException {
    Path zip = StudyZip.ofStudies(5).write(zip());
    LocalDateTime given = LocalDateTime.of(2026, 8, 14, 9, 0, 5);
    BuildOptions options =
        new BuildOptions(
            List.of(zip.toString()), index(), 1, false, RejectedLimit.STANDARD, 0, given, 0);

    Generation generation = Builds.publish(options).generation();

    assertThat(generation.name()).isEqualTo("2026-08-14-1");
    assertThat(generation.manifest().dataTimestamp()).isEqualTo(given);
  }

  @Test
  void warnsOfDataFromTheFuture() throws IOException {
    Path zip = StudyZip.ofStudies(5).add(StudyZip.study(6, "9999-12-31")).write(zip());
    List<String> noted = new ArrayList<>();
    BuildListener listener =
        new BuildListener() {
          @Override
          public void noted(String line) {
            noted.add(line);
          }
        };

    IndexBuild.run(Builds.options(zip, index()), InputStream.nullInputStream(), listener);

    assertThat(noted)
        .containsExactly(
            "the data are dated 9999-12-31T00:00, which is in the future;"
                + " if a record is wrong, give --data-timestamp");
    assertThat(Builds.requireSound(index()).name()).isEqualTo("9999-12-31-1");
  }

  @Test
  void refusesATimestampThatNoGenerationCanBeNamedAfter() {
    LocalDateTime given = LocalDateTime.of(10_000, 1, 1, 0, 0);

    assertThatThrownBy(
            () ->
                new BuildOptions(
                    List.of("-"), index(), 1, false, RejectedLimit.STANDARD, 0, given, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data timestamp must be of the years 1 to 9999, got +10000-01-01T00:00");
  }

  @Test
  void countsRejectedRecordsByCodeAndKeepsTheFirstOnes() throws IOException {
    StudyZip studies = StudyZip.ofStudies(5).add("99/NCT00000099.json", "{\"protocolSection\":");
    for (int i = 0; i < 12; i++) {
      studies.add("x/" + i + ".json", "[" + i + "]");
    }
    BuildOptions options =
        Builds.limit(
            Builds.options(studies.write(zip()), index(), 4), new RejectedLimit.Count(13), false);

    BuildReport report = Builds.publish(options).report();

    assertThat(report.counts().read()).isEqualTo(18);
    assertThat(report.counts().rejected()).isEqualTo(13);
    assertThat(report.problems().rejected())
        .extracting(BuildReport.ProblemCount::code, BuildReport.ProblemCount::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("not-an-object", 12L),
            org.assertj.core.groups.Tuple.tuple("bad-json", 1L));
    assertThat(report.problems().rejected().getFirst().examples())
        .hasSize(10)
        .allSatisfy(e -> assertThat(e.location()).matches("studies\\.zip!x/\\d\\.json"));
  }

  @Test
  void countsValuesThatCannotBeIndexedAndUnknownPaths() throws IOException {
    Path zip =
        StudyZip.ofStudies(3)
            .add(
                StudyZip.study(4, "2026-08-13")
                    .with("protocolSection.statusModule.startDateStruct.date", "soon")
                    .with("protocolSection.newModule", List.of(1, 2)))
            .write(zip());

    BuildReport.Problems problems =
        Builds.publish(Builds.options(zip, index())).report().problems();

    assertThat(problems.fields())
        .extracting(BuildReport.ProblemCount::code)
        .containsExactlyInAnyOrder("bad-date", "unknown-field");
    assertThat(problems.unknownFields())
        .containsExactly(new BuildReport.UnknownField("$.protocolSection.newModule", 1));
  }

  @Test
  void indexesBothTextsOfANameThatARecordHasTwice() throws IOException {
    String text = StudyZip.study(1, "2026-08-13").title("Aspirin").text();
    String twice =
        text.replace(
            "\"briefTitle\":\"Aspirin\"", "\"briefTitle\":\"Aspirin\",\"briefTitle\":\"Ibu\"");
    Path zip = StudyZip.ofStudies(3).add("4.json", twice).write(zip());

    Generation generation = Builds.publish(Builds.options(zip, index())).generation();

    try (Directory lucene = IndexFiles.open(generation.lucene());
        DirectoryReader reader = DirectoryReader.open(lucene)) {
      assertThat(reader.docFreq(new Term("BriefTitle", "aspirin"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term("BriefTitle", "ibu"))).isEqualTo(1);
    }
  }

  @Test
  void publishesInSpiteOfListsOfSitesThatAreDamaged() throws IOException {
    StudyZip studies = StudyZip.ofStudies(3);
    int id = 10;
    for (String locations :
        List.of(
            "[null,{\"city\":\"Ulm\",\"geoPoint\":{\"lat\":1,\"lon\":2}}]",
            "[{\"geoPoint\":[{\"lat\":1,\"lon\":2},{\"lat\":3,\"lon\":4}]}]",
            "[{\"geoPoint\":{\"lat\":1,\"lon\":2},\"geoPoint\":{\"lat\":3,\"lon\":4}}]",
            "[{\"city\":\"Ulm\"}],\"locations\":[{\"city\":\"Rom\"},{\"city\":\"Linz\"}]")) {
      studies.add(
          id + ".json",
          ("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT000000%d\"},"
                  + "\"contactsLocationsModule\":{\"locations\":%s}}}")
              .formatted(id++, locations));
    }

    BuildResult.Published published = Builds.publish(Builds.options(studies.write(zip()), index()));

    assertThat(published.report().counts().indexed()).isEqualTo(7);
    assertThat(IndexVerifier.verify(published.generation(), Depth.DEEP).differences()).isEmpty();
  }

  @Test
  void publishesNothingWhenTooManyRecordsAreRejected() throws IOException {
    Builds.publish(Builds.options(StudyZip.ofStudies(3).write(zip()), index()));
    Path bad = StudyZip.ofStudies(9).add("x/1.json", "[]").write(temp.resolve("bad.zip"));

    BuildResult result = Builds.run(Builds.options(bad, index()));

    assertThat(result).isInstanceOf(BuildResult.TooManyRejected.class);
    assertThat(((BuildResult.TooManyRejected) result).reason())
        .isEqualTo(
            "1 of 10 records were rejected, more than 0.1%; nothing was published;"
                + " to allow it, add --max-rejected 1");
    assertThat(result.report().counts().rejected()).isEqualTo(1);
    assertThat(Builds.requireSound(index()).manifest().counts().indexed()).isEqualTo(3);
    assertThat(Builds.namesIn(index().resolve("generations"))).hasSize(1);
  }

  @Test
  void stopsAtTheFirstRejectedRecordWhenStrict() throws IOException {
    StudyZip studies = new StudyZip().add("00/bad.json", "[]");
    for (int i = 1; i <= 500; i++) {
      studies.add(StudyZip.study(i, "2026-08-13"));
    }
    BuildOptions options =
        Builds.limit(
            Builds.options(studies.write(zip()), index(), 1), new RejectedLimit.Share(100), true);

    BuildResult result = Builds.run(options);

    assertThat(result).isInstanceOf(BuildResult.TooManyRejected.class);
    assertThat(((BuildResult.TooManyRejected) result).reason()).contains("leave out --strict");
    assertThat(result.report().counts().read()).isLessThan(500);
    assertThat(index().resolve("CURRENT")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void waitsForNoDigestOfAPipeThatItDidNotReadToItsEnd(boolean behindAZip) throws IOException {
    Path zip = new StudyZip().add("00/bad.json", "[]").write(zip());
    BuildOptions options =
        new BuildOptions(
            behindAZip ? List.of(zip.toString(), "-") : List.of("-"),
            index(),
            1,
            true,
            RejectedLimit.STANDARD,
            0,
            null,
            0);

    BuildResult result =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> IndexBuild.run(options, badLineBeforeMany(), BuildListener.NONE));

    assertThat(((BuildResult.TooManyRejected) result).reason()).contains("leave out --strict");
    assertThat(result.report().source().sha256()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("source-digest");
  }

  /** More than is read at once. */
  private static InputStream badLineBeforeMany() {
    String lines = "{\"x\":}\n" + (StudyZip.study(1, "2026-08-13").text() + "\n").repeat(2000);
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void neverPublishesAnIndexWithoutStudies() throws IOException {
    Path zip = new StudyZip().add("1.json", "{}").write(zip());
    BuildOptions options =
        Builds.limit(Builds.options(zip, index()), new RejectedLimit.Share(100), false);

    assertThat(Builds.run(options)).isInstanceOf(BuildResult.TooManyRejected.class);
    assertThat(index().resolve("CURRENT")).doesNotExist();
  }

  @Test
  void tellsItsListenerThePlanAndThePhasesInOrder() throws IOException {
    Path zip = StudyZip.ofStudies(5).write(zip());
    List<String> told = new ArrayList<>();

    IndexBuild.run(
        Builds.options(zip, index()),
        new ByteArrayInputStream(new byte[0]),
        new BuildListener() {
          @Override
          public void phaseStarted(BuildPhase phase) {
            told.add(phase.text());
          }

          @Override
          public void planned(BuildPlan plan, BuildProgress progress) {
            told.add(plan.sourceName() + " " + plan.expectedRecords());
          }
        });

    assertThat(told)
        .containsExactly("plan", "studies.zip 5", "index", "merge", "verify", "publish");
  }

  @Test
  void repairsACurrentThatNamesNoGeneration() throws IOException {
    Path zip = StudyZip.ofStudies(5).write(zip());
    Builds.publish(Builds.options(zip, index()));
    Files.writeString(index().resolve("CURRENT"), "2020-01-01-1\n");
    assertThatThrownBy(() -> new IndexDirectory(index()).findCurrent())
        .isInstanceOf(IOException.class);

    Builds.publish(Builds.options(zip, index()));

    assertThat(Builds.requireSound(index()).name()).isEqualTo("2026-08-13-2");
  }

  private Path zip() {
    return temp.resolve("studies.zip");
  }

  private Path index() {
    return temp.resolve("index");
  }
}
