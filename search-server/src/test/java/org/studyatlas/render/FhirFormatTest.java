package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fixture.StudyFixture;

class FhirFormatTest {

  private static final IParser PARSER =
      FhirContext.forR4().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
  private static final String PROTOCOL = "protocolSection.";

  @Test
  void writesWhatTheStudyTells() throws IOException {
    ResearchStudy study = read(fullStudy());
    assertThat(study.getIdElement().getIdPart()).isEqualTo("NCT00000142");
    assertThat(study.getIdentifier())
        .map(i -> i.getUse().toCode() + " " + i.getSystem() + " " + i.getValue())
        .containsExactly("official http://clinicaltrials.gov NCT00000142", "secondary null ORG-1");
    assertThat(study.getTitle()).isEqualTo("A Study");
    assertThat(study.getStatus().toCode()).isEqualTo("active");
    assertThat(study.getPhase().getCodingFirstRep().getCode()).isEqualTo("phase-1-phase-2");
    assertThat(study.getPhase().getText()).isEqualTo("Phase 1/Phase 2");
    assertThat(study.getPrimaryPurposeType().getCodingFirstRep().getCode()).isEqualTo("treatment");
    assertThat(texts(study.getCategory())).containsExactly("Interventional");
    assertThat(texts(study.getCondition())).containsExactly("Asthma", "Asthma, Heavy");
    assertThat(study.getCondition().get(1).getCodingFirstRep().getCode()).isEqualTo("D000001");
    assertThat(texts(study.getFocus())).containsExactly("Aspirin");
    assertThat(texts(study.getLocation())).containsExactly("France");
    assertThat(study.getLocation().get(0).getCodingFirstRep().getCode()).isEqualTo("FR");
    assertThat(study.getPeriod().getStartElement().getValueAsString()).isEqualTo("2024-01");
    assertThat(study.getPeriod().getEndElement().getValueAsString()).isEqualTo("2025-02-03");
    assertThat(study.getReasonStopped().getText()).isEqualTo("No money");
    assertThat(study.getArmFirstRep().getName()).isEqualTo("Arm A");
    assertThat(study.getArmFirstRep().getType().getText()).isEqualTo("Experimental");
    assertThat(study.getObjectiveFirstRep().getName()).isEqualTo("Survival");
    assertThat(study.getContactFirstRep().getTelecom()).hasSize(2);
    assertThat(study.getContactFirstRep().getTelecomFirstRep().getValue()).isEqualTo("1 ext. 2");
  }

  @Test
  void containsWhatHasNoAddress() throws IOException {
    ResearchStudy study = read(fullStudy());
    Organization sponsor = contained(study.getSponsor(), Organization.class);
    assertThat(sponsor.getName()).isEqualTo("Sponsor");
    Group participants = contained(study.getEnrollmentFirstRep(), Group.class);
    assertThat(participants.getQuantity()).isEqualTo(120);
    assertThat(participants.getCharacteristic())
        .map(c -> c.getCode().getText() + " = " + c.getValueCodeableConcept().getText())
        .containsExactly("Sex = All", "Minimum age = 18 Years");
    Location site = contained(study.getSiteFirstRep(), Location.class);
    assertThat(site.getAddress().getCity()).isEqualTo("Lyon");
    assertThat(site.getDescription()).isEqualTo("Recruiting");
    assertThat(site.getPosition().getLatitude().doubleValue()).isEqualTo(45.75);
  }

  @Test
  void studyWithoutAnythingIsStillValid() throws IOException {
    assertThat(write(StudyFixture.empty().with("hasResults", false).json()))
        .isEqualTo(
            "{\"resourceType\":\"ResearchStudy\",\"_status\":{\"extension\":[{\"url\":"
                + "\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\","
                + "\"valueCode\":\"unknown\"}]}}");
  }

  @ParameterizedTest
  @CsvSource({
    "2025,2024-12,false",
    "2024-05,2024-05,true",
    "2024-05-20,2024-05,true",
    "2024-05-20,2024-05-19,false",
    "2024-05-20,soon,false"
  })
  void leavesOutAnEndBeforeTheStart(String start, String end, boolean kept) throws IOException {
    ResearchStudy study =
        read(
            StudyFixture.study("NCT00000142")
                .with(PROTOCOL + "statusModule.startDateStruct.date", start)
                .with(PROTOCOL + "statusModule.completionDateStruct.date", end)
                .json());
    assertThat(study.getPeriod().getStartElement().getValueAsString()).isEqualTo(start);
    assertThat(study.getPeriod().getEndElement().getValueAsString()).isEqualTo(kept ? end : null);
  }

  @Test
  void everyStatusBecomesOneThatFhirHasOrIsMarkedAbsent() throws IOException {
    for (String status : FieldCatalogue.standard().getEnum("Status").constants()) {
      ResearchStudy study = read(StudyFixture.study("NCT00000142").status(status).json());
      boolean absent = study.getStatusElement().hasExtension();
      assertThat(absent).as(status).isEqualTo(List.of("WITHHELD", "UNKNOWN").contains(status));
      assertThat(study.hasStatusElement()).isTrue();
    }
  }

  @Test
  void controlCharactersAndBlankTextsAreLeftOut() throws IOException {
    String json =
        write(StudyFixture.study("NCT00000142").title("a\u0001b").conditions(" ", "Cough").json());
    assertThat(json).contains("\"title\":\"a b\"").contains("\"condition\":[{\"text\":\"Cough\"}]");
  }

  @Test
  void everyRealStudyIsReadByAStrictParser() throws IOException {
    RealStudies.forEach(
        bytes -> {
          String json = write(bytes);
          assertThat(json).doesNotContain("{}").doesNotContain("[]").doesNotContain(":\"\"");
          assertThatAllIsReferenced(PARSER.parseResource(ResearchStudy.class, json));
        });
  }

  private static void assertThatAllIsReferenced(ResearchStudy study) {
    int references =
        study.getSite().size()
            + study.getEnrollment().size()
            + (study.hasSponsor() ? 1 : 0)
            + (study.hasPrincipalInvestigator() ? 1 : 0);
    assertThat(study.getContained()).as(study.getId()).hasSize(references);
    assertThat(study.hasStatusElement()).isTrue();
    assertThat(study.getArm()).allMatch(arm -> arm.hasName());
  }

  private static byte[] fullStudy() {
    return StudyFixture.study("NCT00000142")
        .conditions("Asthma")
        .with(PROTOCOL + "identificationModule.orgStudyIdInfo.id", "ORG-1")
        .with(PROTOCOL + "statusModule.startDateStruct.date", "2024-01")
        .with(PROTOCOL + "statusModule.completionDateStruct.date", "2025-02-03")
        .with(PROTOCOL + "statusModule.whyStopped", "No money")
        .with(PROTOCOL + "designModule.phases", List.of("PHASE1", "PHASE2"))
        .with(PROTOCOL + "designModule.enrollmentInfo.count", 120)
        .with(PROTOCOL + "designModule.designInfo.primaryPurpose", "TREATMENT")
        .with(PROTOCOL + "sponsorCollaboratorsModule.leadSponsor.name", "Sponsor")
        .with(PROTOCOL + "eligibilityModule.sex", "ALL")
        .with(PROTOCOL + "eligibilityModule.minimumAge", "18 Years")
        .with(
            PROTOCOL + "armsInterventionsModule.armGroups",
            List.of(Map.of("label", "Arm A", "type", "EXPERIMENTAL")))
        .with(
            PROTOCOL + "armsInterventionsModule.interventions",
            List.of(Map.of("type", "DRUG", "name", "Aspirin")))
        .with(PROTOCOL + "outcomesModule.primaryOutcomes", List.of(Map.of("measure", "Survival")))
        .with(
            PROTOCOL + "contactsLocationsModule.centralContacts",
            List.of(Map.of("name", "N", "phone", "1", "phoneExt", "2", "email", "n@example.org")))
        .with(
            "derivedSection.conditionBrowseModule.meshes",
            List.of(Map.of("id", "D000001", "term", "Asthma, Heavy")))
        .site("Lyon", "France", "RECRUITING", 45.75, 4.85)
        .site("Paris", "France", "COMPLETED", 48.85, 2.35)
        .json();
  }

  private static <T> T contained(Reference reference, Class<T> type) {
    return type.cast(reference.getResource());
  }

  private static List<String> texts(List<CodeableConcept> concepts) {
    return concepts.stream().map(CodeableConcept::getText).toList();
  }

  private static ResearchStudy read(byte[] study) throws IOException {
    return PARSER.parseResource(ResearchStudy.class, write(study));
  }

  private static String write(byte[] study) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FhirFormat.write(study, out);
    return out.toString(UTF_8);
  }
}
