package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.StudyFixture;

class RisFormatTest {

  private static final Pattern LINE = Pattern.compile("(?!ER)[A-Z][A-Z0-9]  - \\S.*|ER  - ");

  private static final byte[] STUDY =
      StudyFixture.study("NCT00000001")
          .title("A  Study\nof Things")
          .with("protocolSection.identificationModule.acronym", "ASoT")
          .with("protocolSection.identificationModule.officialTitle", "The Whole Title")
          .with("protocolSection.statusModule.studyFirstPostDateStruct.date", "2024-01-31")
          .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", "Sponsor")
          .with(
              "protocolSection.sponsorCollaboratorsModule.collaborators",
              List.of(Map.of("name", "First"), Map.of("name", "Second")))
          .with("protocolSection.descriptionModule.briefSummary", "Above \\> 5.\n\n* One")
          .conditions("Asthma", "Cough")
          .with("protocolSection.conditionsModule.keywords", List.of("Cough", "Lung"))
          .with(
              "protocolSection.armsInterventionsModule.interventions",
              List.of(Map.of("type", "DRUG", "name", "Aspirin")))
          .json();

  @Test
  void writesEveryTagOnALineOfItsOwn() throws IOException {
    assertThat(write(RisFormat.allTags(), STUDY))
        .isEqualTo(
            """
            TY  - DBASE
            ID  - NCT00000001
            AN  - NCT00000001
            TI  - A Study of Things
            ST  - ASoT
            AU  - Sponsor
            A2  - First
            A2  - Second
            PY  - 2024
            DA  - 2024/01/31
            AB  - Above > 5. * One
            KW  - Asthma
            KW  - Cough
            KW  - Lung
            KW  - Aspirin
            N1  - The Whole Title
            N1  - RECRUITING
            DB  - ClinicalTrials.gov
            DP  - National Library of Medicine (US)
            UR  - https://clinicaltrials.gov/study/NCT00000001
            ER  -\s
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void fieldsSelectsTagsButNeverTheFrame() throws Exception {
    assertThat(write(RisFormat.parse("KW,TI"), STUDY))
        .startsWith("TY  - DBASE\r\nTI  - ")
        .endsWith("KW  - Aspirin\r\nER  - \r\n")
        .doesNotContain("UR  -");
  }

  @Test
  void unknownTagIsTold() {
    assertThatThrownBy(() -> RisFormat.parse("TI,NCTId"))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Parameter 'fields' contains invalid RIS tag name: 'NCTId'");
  }

  @Test
  void everyRealStudyIsAWellFormedRecord() throws IOException {
    RealStudies.forEach(
        study ->
            assertThat(write(RisFormat.allTags(), study))
                .startsWith("TY  - DBASE\r\n")
                .endsWith("\r\nER  - \r\n")
                .satisfies(
                    record ->
                        assertThat(record.split("\r\n"))
                            .allMatch(line -> LINE.matcher(line).matches())));
  }

  private static String write(RisFormat format, byte[] study) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(study, out);
    return out.toString(UTF_8);
  }
}
