package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.build.StudyZip;
import org.studyatlas.cli.Commands.Outcome;

class StudyAtlasTest {

  @TempDir Path temp;

  @Test
  void buildsAndTellsOnStandardErrorOnly() throws IOException {
    Outcome build = run("build", zip(20), index());

    assertThat(build.code()).as(build.err()).isZero();
    assertThat(build.out()).isEmpty();
    assertThat(build.err())
        .contains("20 read = 20 indexed + 0 rejected + 0 duplicates")
        .contains("sites      40, 50.0% with coordinates")
        .contains("in service " + index());
  }

  @Test
  void printsOnlyTheReportWhenQuietAndJson() throws IOException {
    Outcome build = run("build", "--quiet", "--json", zip(20), index());

    assertThat(build.err()).isEmpty();
    assertThat(json(build.out()).at("/counts/indexed").asInt()).isEqualTo(20);
    assertThat(json(build.out()).at("/phases").findValuesAsText("phase"))
        .containsExactly("plan", "index", "merge", "verify", "publish");
  }

  @Test
  void endsWithThreeWhenTooManyRecordsAreRejected() throws IOException {
    Path bad =
        StudyZip.ofStudies(9)
            .add("x.json", "[]")
            .add("x.ndjson", "[]")
            .write(temp.resolve("bad.zip"));

    Outcome refused = run("build", bad.toString(), index());
    Outcome strict = run("build", "--strict", "--max-rejected=50%", bad.toString(), index());
    Outcome allowed = run("build", "--max-rejected", "1", bad.toString(), index());

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("rejected   not-an-object 1, first: bad.zip!x.json $");
    assertThat(refused.err())
        .contains("not read   1 file not named as studies are: bad.zip!x.ndjson\n");
    assertThat(refused.err())
        .endsWith("nothing was published; to allow it, add --max-rejected 1\n");
    assertThat(strict.code()).isEqualTo(3);
    assertThat(allowed.code()).isZero();
  }

  @Test
  void verifiesAndEndsWithFourWhenSomethingDiffers() throws IOException {
    run("build", "--quiet", zip(20), index());
    assertThat(run("verify", index()).code()).isZero();
    Outcome deep = run("verify", "--deep", index());
    assertThat(deep.code()).isZero();
    assertThat(deep.err()).contains("sound; 20 studies, 40 sites, 20 records read");
    assertThat(json(run("verify", "--deep", "--json", index()).out()).at("/sound").asBoolean())
        .isTrue();
    damageRecords();

    Outcome damaged = run("verify", "--deep", index());

    assertThat(damaged.code()).isEqualTo(4);
    assertThat(damaged.out()).contains("bytes of records.bin: expected ").contains(", found ");
    JsonNode told = json(run("verify", "--json", index()).out());
    assertThat(told.at("/sound").asBoolean()).isFalse();
    assertThat(told.at("/differences").findValuesAsText("what")).contains("bytes of records.bin");
  }

  @Test
  void tellsWhatADirectoryHolds() throws IOException {
    run("build", "--quiet", zip(20), index());

    assertThat(run("info", index()).out())
        .contains("in service  2026-08-13-1")
        .containsPattern("built at    \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\R")
        .contains("records     20 read = 20 indexed + 0 rejected + 0 duplicates");
    JsonNode info = json(run("info", "--json", index()).out());
    assertThat(info.at("/inService").asText()).isEqualTo("2026-08-13-1");
    assertThat(info.at("/manifest/indexed").asInt()).isEqualTo(20);
    assertThat(info.at("/generations/0/recordBytes").asLong()).isPositive();
  }

  @Test
  void tellsWhatBecameOfEachId() throws IOException {
    String cut = "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000099\",";
    Path zip = StudyZip.ofStudies(5).add("99/NCT00000099.json", cut).write(temp.resolve("x.zip"));
    run("build", "--quiet", "--max-rejected=1", zip.toString(), index());
    Path ids = temp.resolve("ids.txt");
    Files.writeString(ids, "NCT00000003\n\nnct99\nNCT00000004 \nNCT12345678\nfive\n");

    Outcome told = run("info", index(), "--missing", ids.toString());

    assertThat(told.out().lines())
        .containsExactly(
            "NCT00000003\tindexed",
            "NCT00000099\trejected\tbad-json",
            "NCT00000004\tindexed",
            "NCT12345678\tnot-in-index",
            "five\tnot-an-id");
    assertThat(run("info", index(), "--json", "--missing=" + ids).out().lines())
        .contains("{\"nctId\":\"NCT00000099\",\"status\":\"rejected\",\"reason\":\"bad-json\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                            | studyatlas: a command is missing",
        "biuld                         | studyatlas: unmatched argument at index 0: 'biuld'",
        "build                         | studyatlas build: expected at least one source and",
        "build x                       | studyatlas build: expected at least one source and",
        "build none.zip INDEX          | studyatlas build: none.zip: no such file or folder",
        "build - pom.xml               | studyatlas build: index directory ",
        "build EMPTY INDEX             | studyatlas build: a source is missing, its argument is"
            + " empty",
        "build none.zip EMPTY          | studyatlas build: the index directory is missing, its arg",
        "build @none.zip INDEX         | studyatlas build: @none.zip: no such file or folder",
        "verify EMPTY                  | studyatlas verify: the index directory is missing, its"
            + " arg",
        "info EMPTY                    | studyatlas info: the index directory is missing, its arg",
        "sample EMPTY                  | studyatlas sample: the zip to write is missing, its arg",
        "build --threads 0 - INDEX     | studyatlas build: threads must be 1 to 256, got 0",
        "build --threads two - INDEX   | studyatlas build: invalid value for option '--threads'",
        "build --keep -1 - INDEX       | studyatlas build: keep must be 0 to 1000, got -1",
        "build --ram-buffer 4 - INDEX  | studyatlas build: ram buffer must be 16 to 16384, got 4",
        "build --max-rejected=x - IN   | studyatlas build: invalid value for option"
            + " '--max-rejected'",
        "build --data-timestamp=x - IN | studyatlas build: invalid value for option"
            + " '--data-timestamp'",
        "build --data-timestamp=-0005-01-01 - IN           | studyatlas build: invalid value for"
            + " option",
        "build --data-timestamp=+10000-01-01T00:00:00 - IN | studyatlas build: invalid value for"
            + " option",
        "build --fast - INDEX          | studyatlas build: unknown option: '--fast'",
        "verify                        | studyatlas verify: missing required parameter:"
            + " '<index-dir>'",
        "verify INDEX                  | studyatlas verify: no index in ",
        "info INDEX                    | studyatlas info: no index in ",
        "sample x.zip --studies=0      | studyatlas sample: studies must be 1 to 20000000, got 0",
      })
  void tellsTheUserWhatIsWrongInOneLineAndWhereHelpIs(String arguments, String message) {
    String[] words =
        arguments.isEmpty() ? new String[0] : arguments.replace("INDEX", index()).split(" ");
    Arrays.setAll(words, i -> words[i].equals("EMPTY") ? "" : words[i]);

    Outcome outcome = run(words);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith(message).doesNotContain("\tat ");
    assertThat(outcome.err().lines().filter(line -> !line.startsWith("Did you mean"))).hasSize(2);
    assertThat(outcome.err()).matches("(?s).*try 'studyatlas( \\w+)? --help'\n");
  }

  @Test
  void showsTheStackTraceOfAFaultOnRequest() {
    assertThat(run("build", "--debug", "none.zip", index()).err())
        .contains("\tat org.studyatlas.build.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "build", "verify", "info", "sample", "completion"})
  void printsHelpWithExitCodesOnStandardOutput(String command) {
    Outcome help = command.isEmpty() ? run("--help") : run(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("Usage: studyatlas " + command).contains("Exit codes:");
    assertThat(help.out()).doesNotContain("\u001b[").doesNotContain("${");
  }

  @Test
  void writesAMadeUpRegistryThatCanBeBuilt() {
    String made = temp.resolve("made-up.zip").toString();

    Outcome sample = run("sample", made, "--studies=20", "--seed=7", "--date=2026-08-12");
    Outcome build = run("build", "--strict", made, index());

    assertThat(sample.code()).as(sample.err()).isZero();
    assertThat(sample.err()).contains("made-up.zip: 20 studies, 20 entries");
    assertThat(build.code()).as(build.err()).isZero();
    assertThat(build.err()).contains("generations/2026-08-12-1");
  }

  @Test
  void replacesOnlyFilesByAMadeUpRegistry() throws Exception {
    Path fifo = temp.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();

    for (Path other : List.of(fifo, temp)) {
      Outcome sample = run("sample", other.toString(), "--studies=5");

      assertThat(sample.code()).isEqualTo(2);
      assertThat(sample.err()).contains(other + ": exists and is no file that could be replaced");
    }
    assertThat(temp.toFile().list()).containsExactly("fifo");
    assertThat(Files.isRegularFile(fifo)).isFalse();
  }

  @Test
  void printsItsVersion() {
    assertThat(run("--version").out())
        .matches("studyatlas \\d+\\.\\d+\\S* \\(index format \\d+, Lucene [\\d.]+, Java .*\\)\n");
  }

  @Test
  void printsACompletionScriptThatKnowsTheCommands() {
    assertThat(run("completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_studyatlas")
        .contains("--max-rejected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"info INDEX", "verify INDEX --json", "completion", "--help"})
  void failsInOneLineWhenStandardOutputCannotBeWritten(String arguments) throws IOException {
    run("build", "--quiet", zip(5), index());
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(new FullDisk()),
            new PrintWriter(err),
            false,
            false);

    int code = StudyAtlas.run(console, arguments.replace("INDEX", index()).split(" "));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("studyatlas: standard output cannot be written; ");
    assertThat(err.toString().lines().filter(line -> !line.contains("sound"))).hasSize(1);
  }

  /** Takes nothing. */
  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static Outcome run(String... arguments) {
    return Commands.run(arguments);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.getBytes(StandardCharsets.UTF_8));
  }

  private String zip(int studies) throws IOException {
    return StudyZip.ofStudies(studies).write(temp.resolve("studies.zip")).toString();
  }

  private void damageRecords() throws IOException {
    Path records = Path.of(index(), "generations", "2026-08-13-1", "records.bin");
    byte[] bytes = Files.readAllBytes(records);
    Files.write(records, java.util.Arrays.copyOf(bytes, bytes.length - 10));
  }

  private String index() {
    return temp.resolve("index").toString();
  }
}
