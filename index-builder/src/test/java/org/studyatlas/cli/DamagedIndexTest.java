package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.cli.Commands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.build.StudyZip;
import org.studyatlas.cli.Commands.Outcome;
import org.studyatlas.schema.IndexDirectory;
import org.studyatlas.verify.Depth;
import org.studyatlas.verify.IndexVerifier;
import org.studyatlas.verify.Verification;

/** What the commands say of an index that is damaged, or not theirs. */
class DamagedIndexTest {

  @TempDir Path temp;

  @Test
  void tellsInOneLineWhichFileOfAnIndexIsDamaged() throws IOException {
    run("build", "--quiet", zip(5), index());
    Path generation = Path.of(index(), "generations", "2026-08-13-1");
    cut(generation.resolve("report.json"));
    cut(generation.resolve("manifest.json"));

    Outcome info = run("info", index());
    Outcome verify = run("verify", index());

    assertThat(info.code()).isEqualTo(1);
    assertThat(info.err())
        .startsWith("studyatlas info: manifest " + generation.resolve("manifest.json"))
        .contains(" is damaged (Unexpected end-of-input")
        .endsWith("; build the index again\n")
        .hasLineCount(1)
        .doesNotContain("REDACTED");
    assertThat(verify.code()).isEqualTo(4);
    assertThat(verify.out()).hasLineCount(1).doesNotContain("REDACTED");

    Files.write(Path.of(index(), "CURRENT"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(run("info", index()).err())
        .contains("CURRENT names no generation: '", "build the index again")
        .hasLineCount(1);
  }

  private static void cut(Path file) throws IOException {
    Files.writeString(file, Files.readString(file).substring(0, 50));
  }

  @Test
  void tellsWhichOldGenerationIsOfAnotherFormatWhateverFilesItLacks() throws IOException {
    run("build", "--quiet", zip(5), index());
    run("build", "--quiet", zip(5), index());
    Path old = Path.of(index(), "generations", "2026-08-13-1");
    Files.delete(old.resolve("records.bin"));
    Files.delete(old.resolve("stats.json"));
    Path manifest = old.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("\"formatVersion\" : \\d+", "\"formatVersion\" : 1"));

    Outcome info = run("info", index());

    assertThat(info.code()).as(info.err()).isZero();
    assertThat(info.out())
        .containsPattern("2026-08-13-1  .* records 0 KB, .*  of another index format\n")
        .containsPattern("2026-08-13-2  .*  in service\n");
    assertThat(run("info", "--json", index()).out())
        .contains("\"state\" : \"other-format\"", "\"state\" : \"readable\"");
  }

  @Test
  void checksTheSuccessorOfAGenerationThatIsRemovedMeanwhile() throws IOException {
    String zip = zip(5);
    run("build", "--quiet", zip, index());
    List<String> told = new ArrayList<>();

    Verification found =
        ServiceCheck.run(
            new IndexDirectory(Path.of(index())),
            generation -> {
              if (told.isEmpty()) {
                run("build", "--quiet", "--keep=0", zip, index());
              }
              return IndexVerifier.verify(generation, Depth.QUICK);
            },
            told::add);

    assertThat(found.sound()).isTrue();
    assertThat(found.generation()).isEqualTo("2026-08-13-2");
    assertThat(told)
        .containsExactly(
            "2026-08-13-1: removed by a build while it was checked; checking its successor");
  }

  private String zip(int studies) throws IOException {
    return StudyZip.ofStudies(studies).write(temp.resolve("studies.zip")).toString();
  }

  private String index() {
    return temp.resolve("index").toString();
  }
}
