package org.studyatlas.mapping;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.studyatlas.fixture.StudyFixture.study;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.mapping.RejectedStudyException.Code;

/** Records that a damaged or careless mirror may hold. */
class DamagedRecordTest {

  private final StudyMapper mapper = new StudyMapper();

  @Test
  void refusesOtherEncodings() {
    String text = study("NCT00000001").text();
    assertThat(rejection(text.getBytes(UTF_16LE))).hasMessageContaining("UTF-16");
    assertThat(rejection(text.getBytes(UTF_16BE))).hasMessageContaining("UTF-16");
    assertThat(rejection(text.getBytes(Charset.forName("UTF-32LE"))))
        .hasMessageContaining("UTF-32");
    RejectedStudyException marked = rejection(("\ufeff" + text).getBytes(UTF_8));
    assertThat(marked).hasMessageContaining("byte order mark");
    assertThat(marked.id()).hasToString("NCT00000001");
  }

  /** Overlong, a surrogate, beyond Unicode, and Latin-1; as characters of Latin-1. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f7\u00bf", "\u00e9"})
  void refusesWhatIsNoUtf8EvenWhereNobodyReads(String bytes) {
    String text = study("NCT00000001").text();
    String damaged = "{\"nobody\":\"" + bytes + "\"," + text.substring(1);
    RejectedStudyException rejected = rejection(damaged.getBytes(ISO_8859_1));
    assertThat(rejected.code()).isEqualTo(Code.BAD_JSON);
    assertThat(rejected.path()).isIn("$", "$.nobody");
  }

  @Test
  void tellsWhatIsWrongInFewWords() {
    String deep = "{\"protocolSection\":" + "{\"x\":".repeat(2000);

    assertThat(rejection("{\"protocolSection\":{".getBytes(UTF_8)).getMessage())
        .isEqualTo(
            "Unexpected end-of-input: expected close marker for Object"
                + " (start marker at line: 1, column: 20)");
    assertThat(rejection(deep.getBytes(UTF_8)).path())
        .startsWith("$.protocolSection.x.x")
        .hasSize(301);
  }

  @Test
  void takesUtf8OfAnyLength() throws RejectedStudyException {
    String wide = "aé漢😀".repeat(5_000);
    assertThat(mapper.map(study("NCT00000001").title(wide).json()).problems()).isEmpty();
  }

  @Test
  void aSecondListOfSitesIsNotIndexed() throws RejectedStudyException {
    String list = "\"locations\":[{\"city\":\"Ulm\"}]";
    String other = "\"locations\":[{\"city\":\"Rom\"},{\"city\":\"Linz\"}]";
    MappedStudy mapped = mapper.map(withContacts("{%s,%s}".formatted(list, other)));
    assertThat(mapped.sites()).isEqualTo(1);
    assertThat(mapped.problems())
        .containsExactly(
            new FieldProblem(
                ProblemCode.REPEATED_FIELD,
                "$.protocolSection.contactsLocationsModule.locations",
                ""));
    assertThat(mapper.map(withContacts("[{%s},{%s}]".formatted(list, other))).sites()).isEqualTo(1);
  }

  @Test
  void elementsThatAreNoSitesKeepTheirPlace() throws RejectedStudyException {
    MappedStudy mapped =
        mapper.map(withContacts("{\"locations\":[null,{\"city\":\"Ulm\"},5,{\"city\":\"Rom\"}]}"));
    assertThat(mapped.sites()).isEqualTo(2);
    assertThat(mapped.siteOrdinals()).containsExactly(1, 3);
    assertThat(mapped.problems())
        .extracting(FieldProblem::code)
        .containsExactly(ProblemCode.UNEXPECTED_TYPE);
  }

  @Test
  void aSiteWithSeveralPointsIsOneSiteWithAPoint() throws RejectedStudyException {
    String points = "{\"lat\":1,\"lon\":2},{\"lat\":3,\"lon\":4}";
    MappedStudy mapped =
        mapper.map(withContacts("{\"locations\":[{\"geoPoint\":[%s]}]}".formatted(points)));
    assertThat(mapped.sitesWithPoint()).isEqualTo(1);
  }

  private static byte[] withContacts(String module) {
    return ("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\"},"
            + "\"contactsLocationsModule\":%s}}".formatted(module))
        .getBytes(UTF_8);
  }

  private RejectedStudyException rejection(byte[] json) {
    return catchThrowableOfType(RejectedStudyException.class, () -> mapper.map(json));
  }
}
