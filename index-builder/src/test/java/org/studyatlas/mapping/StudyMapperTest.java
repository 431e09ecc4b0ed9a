package org.studyatlas.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.studyatlas.fixture.StudyFixture.study;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.mapping.RejectedStudyException.Code;
import org.studyatlas.schema.TermsField;
import org.studyatlas.schema.WordsField;
import org.studyatlas.study.NctId;

class StudyMapperTest {

  private static final String STATUS = "protocolSection.statusModule.";
  private static final String ELIGIBILITY = "protocolSection.eligibilityModule.";

  private final StudyMapper mapper = new StudyMapper();

  @Test
  void putsSitesInTheRecordsOrderBeforeTheStudy() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .site("Boston", "United States", "RECRUITING", 42.36, -71.06)
                .site(Map.of("city", "Paris", "country", "France"))
                .json());
    assertThat(mapped.sites()).isEqualTo(2);
    assertThat(mapped.sitesWithPoint()).isEqualTo(1);
    assertThat(text(mapped.block().get(0), "LocationCity")).containsExactly("Boston");
    assertThat(text(mapped.block().get(1), "LocationCity")).containsExactly("Paris");
    assertThat(text(mapped.study(), "BriefTitle")).containsExactly("A Study");
    assertThat(text(mapped.study(), "LocationCity")).isEmpty();
  }

  @Test
  void valuesAloneAreThoseOfTheMappedStudy() throws RejectedStudyException {
    byte[] json =
        study("NCT00000001")
            .with(STATUS + "startDateStruct.date", "2020-02")
            .with(ELIGIBILITY + "minimumAge", "18 Years")
            .with("protocolSection.conditionsModule.conditions", List.of("Asthma", "Asthma"))
            .site("Paris", "France", "RECRUITING", 48.85, 2.35)
            .site(Map.of("city", "Lyon", "country", "France"))
            .json();
    assertThat(mapper.values(json)).isNotEmpty().isEqualTo(mapper.map(json).values());
  }

  @Test
  void everyDocumentOfABlockCarriesTheId() throws RejectedStudyException {
    MappedStudy mapped = mapper.map(study("nct1").site(Map.of("city", "Paris")).json());
    assertThat(mapped.id()).isEqualTo(new NctId(1));
    for (Document document : mapped.block()) {
      assertThat(text(document, "_id")).containsExactly("NCT00000001");
    }
  }

  @Test
  void indexesARepeatedValueOnceAndCountsItTwice() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with(
                    "protocolSection.conditionsModule.keywords",
                    List.of("Placebo", "Statin", "Placebo"))
                .with("protocolSection.designModule.phases", List.of("PHASE1", "PHASE1"))
                .site("Boston", "United States", "RECRUITING", 42.36, -71.06)
                .site("Boston", "United States", "RECRUITING", 42.36, -71.06)
                .json());
    assertThat(text(mapped.study(), "Keyword")).containsExactly("Placebo", "Statin");
    assertThat(text(mapped.study(), "Phase")).containsExactly("PHASE1");
    assertThat(text(mapped.study(), "_sizes")).contains("Keyword=3", "Phase=2");
    assertThat(text(mapped.block().get(1), "LocationCity")).containsExactly("Boston");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 19782",
    "2024-02, 19754",
    "2024, 19723",
  })
  void aPartialDateCountsAsItsFirstDay(String date, long day) throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(study("NCT00000001").with(STATUS + "startDateStruct.date", date).json());
    assertThat(number(mapped.study(), "StartDate")).containsExactly(day);
    assertThat(mapped.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-03-27T16:07, 25895047",
    "2019-03-27, 25894080",
    "1969-12-31T23:59, -1",
  })
  void aDateWithATimeOfDayIsAMinute(String time, long minute) throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with(
                    "documentSection.largeDocumentModule.largeDocs",
                    List.of(Map.of("uploadDate", time)))
                .json());
    assertThat(number(mapped.study(), "LargeDocUploadDate")).containsExactly(minute);
    assertThat(mapped.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "18 Years, 9467280",
    "1 Year, 525960",
    "6 Months, 262980",
    "1 Month, 43830",
    "2 Weeks, 20160",
    "1 Day, 1440",
    "12 Hours, 720",
    "30 Minutes, 30",
  })
  void agesOfAllUnitsAreMinutes(String age, long minutes) throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(study("NCT00000001").with(ELIGIBILITY + "minimumAge", age).json());
    assertThat(number(mapped.study(), "MinimumAge")).containsExactly(minutes);
  }

  @Test
  void derivesCountersYearsAndCountryCodes() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with(STATUS + "studyFirstSubmitDate", "2019-05-17")
                .with("protocolSection.designModule.phases", List.of("PHASE1", "PHASE2"))
                .with(
                    "protocolSection.outcomesModule.primaryOutcomes",
                    List.of(Map.of("measure", "a")))
                .with(
                    "protocolSection.outcomesModule.secondaryOutcomes",
                    List.of(Map.of("measure", "b"), Map.of("measure", "c")))
                .with(
                    "protocolSection.sponsorCollaboratorsModule",
                    Map.of(
                        "leadSponsor", Map.of("name", "X"),
                        "collaborators", List.of(Map.of("name", "Y"))))
                .site(Map.of("country", "Côte d’Ivoire"))
                .site(Map.of("country", "Turkey (Türkiye)"))
                .site(Map.of("country", "Turkey (Türkiye)"))
                .json());
    assertThat(number(mapped.study(), "StudyFirstSubmitYear")).containsExactly(2019L);
    assertThat(number(mapped.study(), "NumPhases")).containsExactly(2L);
    assertThat(number(mapped.study(), "NumOutcomes")).containsExactly(3L);
    assertThat(number(mapped.study(), "NumOtherOutcomes")).containsExactly(0L);
    assertThat(number(mapped.study(), "NumCollaboratorsPlusLead")).containsExactly(2L);
    assertThat(number(mapped.study(), "NumLocations")).containsExactly(3L);
    assertThat(number(mapped.study(), "NumUniqueLocationCountries")).containsExactly(2L);
    assertThat(text(mapped.block().get(0), "LocationCountryCode")).containsExactly("CI");
    assertThat(text(mapped.block().get(1), "LocationCountryCode")).containsExactly("TR");
    assertThat(text(mapped.study(), "_sizes")).contains("Phase=2", "LocationCountry=3");
  }

  @Test
  void sizesOfASitesListsStandOnTheSiteToo() throws RejectedStudyException {
    Map<String, ?> site = Map.of("contacts", List.of(Map.of("name", "Ann"), Map.of("role", "X")));
    MappedStudy mapped = mapper.map(study("NCT00000001").site(site).site(site).json());
    assertThat(text(mapped.block().get(1), "_sizes"))
        .containsExactly("LocationContact=2", "LocationContactName=1", "LocationContactRole=1");
    assertThat(text(mapped.study(), "_sizes")).contains("LocationContact=4");
  }

  @Test
  void countersOfNestedListsAreCountedPerObject() throws RejectedStudyException {
    String arms = "protocolSection.armsInterventionsModule.armGroups";
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with(
                    arms,
                    List.of(
                        Map.of("label", "A", "interventionNames", List.of("x", "y")),
                        Map.of("label", "B"),
                        Map.of("label", "C", "interventionNames", List.of("z"))))
                .json());
    assertThat(number(mapped.study(), "NumArmGroupInterventionNames")).containsExactly(2L, 0L, 1L);
    assertThat(number(mapped.study(), "NumArmGroups")).containsExactly(3L);
  }

  @Test
  void recencyIsSnapshotThenUpdate() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with("derivedSection.miscInfoModule.versionHolder", "2026-02-13")
                .with(STATUS + "lastUpdatePostDateStruct.date", "2026-01-05")
                .json());
    assertThat(mapped.recency()).isEqualTo(new Recency(20497, 20458));
    assertThat(mapped.recency()).isGreaterThan(new Recency(20497, Recency.UNKNOWN));
  }

  @Test
  void keepsTheStudyAndTellsWhatCouldNotBeIndexed() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .with(STATUS + "startDateStruct.date", "soon")
                .with(STATUS + "completionDateStruct.date", "2024-13-01")
                .with(ELIGIBILITY + "minimumAge", "old")
                .with(ELIGIBILITY + "sex", "OTHER")
                .with("protocolSection.designModule.enrollmentInfo.count", 1.5)
                .with("protocolSection.futureModule.x", 1)
                .with("protocolSection.futureList", List.of(1, 2))
                .with("protocolSection.conditionsModule.conditions", "asthma")
                .with("protocolSection.descriptionModule.briefSummary", List.of("a"))
                .site(Map.of("city", "Nowhere", "lat", 123.4, "lon", 0))
                .site(Map.of("city", "Somewhere", "lat", "12", "lon", 0))
                .json());
    assertThat(mapped.problems())
        .extracting(FieldProblem::code, FieldProblem::path)
        .contains(
            pair(ProblemCode.BAD_DATE, "$.protocolSection.statusModule.startDateStruct.date"),
            pair(ProblemCode.BAD_DATE, "$.protocolSection.statusModule.completionDateStruct.date"),
            pair(ProblemCode.BAD_AGE, "$.protocolSection.eligibilityModule.minimumAge"),
            pair(ProblemCode.UNKNOWN_ENUM_VALUE, "$.protocolSection.eligibilityModule.sex"),
            pair(ProblemCode.BAD_NUMBER, "$.protocolSection.designModule.enrollmentInfo.count"),
            pair(ProblemCode.UNKNOWN_FIELD, "$.protocolSection.futureModule"),
            pair(ProblemCode.UNKNOWN_FIELD, "$.protocolSection.futureList"),
            pair(ProblemCode.UNEXPECTED_TYPE, "$.protocolSection.conditionsModule.conditions"),
            pair(
                ProblemCode.BAD_GEO_POINT,
                "$.protocolSection.contactsLocationsModule.locations[0].geoPoint"),
            pair(
                ProblemCode.BAD_GEO_POINT,
                "$.protocolSection.contactsLocationsModule.locations[1].geoPoint"));
    assertThat(text(mapped.study(), "Condition")).containsExactly("asthma");
    assertThat(text(mapped.study(), "Sex")).containsExactly("OTHER");
  }

  @Test
  void tellsWhichStructsAndUnmeasuredTextsArePresent() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .site(Map.of("facility", "Clinic", "contacts", List.of(Map.of("name", "Ann"))))
                .json());
    assertThat(text(mapped.study(), "_present"))
        .contains("ProtocolSection", "IdentificationModule", "Location", "LocationFacility")
        .doesNotContain("ResultsSection", "LocationStatus", "LocationCity");
    assertThat(text(mapped.block().getFirst(), "_present"))
        .contains("LocationContactName", "Location")
        .doesNotContain("LocationFacility");
  }

  @Test
  void aSiteKeepsItsPlaceInTheListBehindElementsThatAreNone() throws RejectedStudyException {
    String json =
        study("NCT00000001").site(Map.of("city", "Lyon")).text().replace("[{", "[null,\"x\",{");
    Document site = mapper.map(json.getBytes(UTF_8)).block().getFirst();
    assertThat(number(site, "_site")).containsExactly(2L);
    assertThat(text(site, "LocationCity")).containsExactly("Lyon");
  }

  @Test
  void rejectsMoreThanAnyStudyHas() {
    String sites = "{},".repeat(30_000) + "{}";
    String unknown = "{\"x\":1},".repeat(30_000) + "{}";
    String values = "\"a\",".repeat(600_000) + "\"a\"";
    String base = study("NCT00000001").conditions("c").site(Map.of("city", "Lyon")).text();
    for (String json :
        List.of(
            base.replace("{\"city\":\"Lyon\"}", sites),
            base.replace("{\"city\":\"Lyon\"}", unknown),
            base.replace("\"c\"", values))) {
      assertThat(rejection(json.getBytes(UTF_8)).code()).isEqualTo(Code.BEYOND_LIMITS);
    }
  }

  @Test
  void nullsAreAbsent() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(
            """
            {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","acronym":null},
             "conditionsModule":{"conditions":[null,"asthma"]},"designModule":null}}\
            """
                .getBytes(UTF_8));
    assertThat(mapped.problems()).isEmpty();
    assertThat(text(mapped.study(), "Condition")).containsExactly("asthma");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_JSON      | {\"protocolSection\":",
        "BAD_JSON      | {\"a\":1} x",
        "BAD_JSON      | {\"a\":1}{\"b\":2}",
        "NOT_AN_OBJECT | [1]",
        "NOT_AN_OBJECT | 12",
        "NO_NCT_ID     | {}",
        "NO_NCT_ID     | {\"protocolSection\":{\"identificationModule\":{\"nctId\":null}}}",
        "BAD_NCT_ID    | {\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT0\"}}}",
        "BAD_NCT_ID    | {\"protocolSection\":{\"identificationModule\":{\"nctId\":\"x\"}}}",
      })
  void rejectsWhatIsNoStudy(Code code, String json) {
    assertThat(rejection(json.getBytes(UTF_8)).code()).isEqualTo(code);
  }

  @Test
  void rejectsBrokenUtf8() {
    byte[] json = study("NCT00000001").title("Xx").json();
    int at = new String(json, UTF_8).indexOf("Xx");
    json[at] = (byte) 0xC3;
    RejectedStudyException rejection = rejection(json);
    assertThat(rejection.code()).isEqualTo(Code.BAD_JSON);
    assertThat(rejection.id()).isEqualTo(new NctId(1));
    assertThat(rejection.path()).isEqualTo("$.protocolSection.identificationModule.briefTitle");
  }

  @Test
  void survivesDeepNesting() {
    String deep = "{\"x\":".repeat(100_000);
    assertThat(rejection(deep.getBytes(UTF_8)).code()).isEqualTo(Code.BEYOND_LIMITS);
  }

  @Test
  void survivesHugeStringsAndNumbersInAnyField() throws RejectedStudyException {
    char[] huge = new char[1_000_000];
    Arrays.fill(huge, 'x');
    String text = new String(huge);
    MappedStudy mapped =
        mapper.map(
            study("NCT00000001")
                .title(text)
                .status(text)
                .with("protocolSection.sponsorCollaboratorsModule.leadSponsor.name", text)
                .with(STATUS + "startDateStruct.date", text)
                .with(ELIGIBILITY + "minimumAge", "9".repeat(900) + " Years")
                .with(
                    "protocolSection.designModule.enrollmentInfo.count",
                    new BigInteger("9".repeat(500)))
                .json());
    assertThat(mapped.problems())
        .extracting(FieldProblem::code)
        .containsExactlyInAnyOrder(
            ProblemCode.VALUE_TOO_LONG,
            ProblemCode.VALUE_TOO_LONG,
            ProblemCode.BAD_DATE,
            ProblemCode.BAD_AGE,
            ProblemCode.BAD_NUMBER);
    assertThat(mapped.problems()).allSatisfy(p -> assertThat(p.value().length()).isLessThan(90));
  }

  @Test
  void loneSurrogatesAreIndexedAsReplacements() throws RejectedStudyException {
    String json = StudyFixture.study("NCT00000001").text().replace("A Study", "A \\ud800 Study");
    assertThat(mapper.map(json.getBytes(UTF_8)).problems()).isEmpty();
  }

  private RejectedStudyException rejection(byte[] json) {
    return catchThrowableOfType(RejectedStudyException.class, () -> mapper.map(json));
  }

  private static Tuple pair(Object left, Object right) {
    return tuple(left, right);
  }

  private static List<String> text(Document document, String field) {
    return Arrays.stream(document.getFields(field)).flatMap(StudyMapperTest::texts).toList();
  }

  private static Stream<String> texts(IndexableField field) {
    return switch (field) {
      case WordsField words -> words.values().stream();
      case TermsField terms -> terms.values().stream().map(BytesRef::utf8ToString);
      default ->
          Stream.of(
              field.stringValue() != null
                  ? field.stringValue()
                  : field.binaryValue().utf8ToString());
    };
  }

  private static List<Long> number(Document document, String field) {
    return Arrays.stream(document.getFields(field))
        .map(IndexableField::numericValue)
        .map(Number::longValue)
        .toList();
  }
}
