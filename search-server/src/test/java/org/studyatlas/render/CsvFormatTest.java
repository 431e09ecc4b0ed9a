package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.fixture.StudyFixture;

class CsvFormatTest {

  private static final String DESIGN = "protocolSection.designModule.";

  @Test
  void headerHasTheThirtyColumnsInTheirOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFormat.allColumns().writeHeader(out);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "NCT Number,Study Title,Study URL,Acronym,Study Status,Brief Summary,Study Results,"
                + "Conditions,Interventions,Primary Outcome Measures,Secondary Outcome Measures,"
                + "Other Outcome Measures,Sponsor,Collaborators,Sex,Age,Phases,Enrollment,"
                + "Funder Type,Study Type,Study Design,Other IDs,Start Date,"
                + "Primary Completion Date,Completion Date,First Posted,Results First Posted,"
                + "Last Update Posted,Locations,Study Documents\n");
  }

  @Test
  void studyWithoutAnythingHasEmptyCells() throws IOException {
    assertThat(row(CsvFormat.allColumns(), "{}".getBytes(UTF_8)))
        .isEqualTo(",,https://clinicaltrials.gov/study/,,,,NO" + ",".repeat(23) + "\n");
  }

  @Test
  void orderOfColumnsIsFixedAndFieldsSelects() throws Exception {
    CsvFormat format = CsvFormat.parse("Study Status|NCT Number,Study Status");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.writeHeader(out);
    format.writeRow(StudyFixture.study("NCT00000001").json(), out);
    assertThat(out.toString(UTF_8)).isEqualTo("NCT Number,Study Status\nNCT00000001,RECRUITING\n");
  }

  @ParameterizedTest
  @CsvSource({"NCTId,NCTId", "'NCT Number,nct number',nct number", "@query,@query"})
  void unknownColumnIsToldInTheRegistrysWords(String fields, String name) {
    assertThatThrownBy(() -> CsvFormat.parse(fields))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Parameter 'fields' contains invalid CSV column name: '" + name + "'");
  }

  @Test
  void itemThatIsNoNameIsToldByItsNumber() {
    assertThatThrownBy(() -> CsvFormat.parse("NCT Number,"))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Item 2 in parameter `fields` has incorrect format");
  }

  static List<List<String>> quoting() {
    return List.of(
        List.of("plain", "plain"),
        List.of("with, comma", "\"with, comma\""),
        List.of("with \"quotes\"", "\"with \"\"quotes\"\"\""),
        List.of("two\nlines", "\"two\nlines\""),
        List.of("carriage\rreturn", "\"carriage\rreturn\""),
        List.of("#1", "\"#1\""),
        List.of("!x", "\"!x\""),
        List.of(" x", "\" x\""),
        List.of("x ", "\"x \""),
        List.of("x\t", "\"x\t\""),
        List.of("$x'", "$x'"),
        List.of("a|b;c", "a|b;c"),
        List.of("x\u00a0", "x\u00a0"),
        List.of("", "\"\""));
  }

  @ParameterizedTest
  @MethodSource("quoting")
  void quotesNoMoreThanIsNeeded(List<String> valueAndCell) throws Exception {
    byte[] study = StudyFixture.empty().title(valueAndCell.get(0)).json();
    assertThat(row(CsvFormat.parse("Study Title"), study)).isEqualTo(valueAndCell.get(1) + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "INTERVENTIONAL;RANDOMIZED;PARALLEL;DOUBLE;TREATMENT;"
            + "Allocation: RANDOMIZED|Intervention Model: PARALLEL|Masking: DOUBLE (A, B)"
            + "|Primary Purpose: TREATMENT",
        "INTERVENTIONAL;'';'';'';'';"
            + "'Allocation: |Intervention Model: |Masking:  (A, B)|Primary Purpose: '",
        "OBSERVATIONAL;'';'';'';'';Observational Model: |Time Perspective: p",
        "EXPANDED_ACCESS;'';'';'';'';''"
      })
  void designFollowsTheRegistrysNotation(
      String type, String allocation, String model, String masking, String purpose, String cell)
      throws Exception {
    byte[] study =
        StudyFixture.empty()
            .with(DESIGN + "studyType", type)
            .with(DESIGN + "designInfo.allocation", allocation)
            .with(DESIGN + "designInfo.interventionModel", model)
            .with(DESIGN + "designInfo.observationalModel", "COHORT")
            .with(DESIGN + "designInfo.timePerspective", "PROSPECTIVE")
            .with(DESIGN + "designInfo.primaryPurpose", purpose)
            .with(DESIGN + "designInfo.maskingInfo.masking", masking)
            .with(DESIGN + "designInfo.maskingInfo.whoMasked", List.of("A", "B"))
            .json();
    String row = row(CsvFormat.parse("NCT Number,Study Design"), study);
    boolean quoted = cell.contains(",") || cell.endsWith(" ");
    assertThat(row).isEqualTo("," + (quoted ? '"' + cell + '"' : cell) + "\n");
  }

  @Test
  void documentsLieInTheFolderOfTheLastTwoDigits() throws Exception {
    byte[] study =
        StudyFixture.study("NCT00000142")
            .with(
                "documentSection.largeDocumentModule.largeDocs",
                List.of(Map.of("label", "Study Protocol", "filename", "Prot_000.pdf")))
            .json();
    assertThat(row(CsvFormat.parse("Study Documents"), study))
        .isEqualTo(
            "\"Study Protocol, https://cdn.clinicaltrials.gov/large-docs/42/NCT00000142/"
                + "Prot_000.pdf\"\n");
  }

  @Test
  void writesTheRecordedRowsOfTheRegistry() throws Exception {
    String recorded =
        Files.readString(
            SharedData.require("reference/examples/csv/ui_download_2024-09-24_first12.csv"));
    CsvFormat format = CsvFormat.parse(recorded.substring(0, recorded.indexOf('\n')));
    CsvFormat lastUpdate = CsvFormat.parse("Last Update Posted");
    AtomicInteger compared = new AtomicInteger();
    RealStudies.forEach(
        study -> {
          String id = new String(study, 0, 80, UTF_8).replaceFirst(".*?(NCT\\d{8}).*", "$1");
          boolean unchanged = row(lastUpdate, study).compareTo("2024-09-24") < 0;
          if (unchanged && recorded.contains("\n" + id + ",")) {
            assertThat(recorded.contains("\n" + row(format, study))).as(id).isTrue();
            compared.incrementAndGet();
          }
        });
    assertThat(compared.get()).isGreaterThanOrEqualTo(5);
  }

  private static String row(CsvFormat format, byte[] study) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.writeRow(study, out);
    return out.toString(UTF_8);
  }
}
