package org.studyatlas.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.FieldCatalogue;

class SortParameterTest {

  @ParameterizedTest
  @CsvSource({
    "LastUpdatePostDate, LastUpdatePostDate, true",
    "LastUpdatePostDate:asc, LastUpdatePostDate, false",
    "EnrollmentCount, EnrollmentCount, false",
    "EnrollmentCount:desc, EnrollmentCount, true",
    "NumArmGroups, NumArmGroups, false",
    "NumLocationContacts:desc, NumLocationContacts, true",
    "protocolSection.designModule.enrollmentInfo.count, EnrollmentCount, false"
  })
  void readsFields(String text, String piece, boolean descending) throws ParameterException {
    assertThat(SortParameter.parse(text)).containsExactly(by(piece, descending));
  }

  @ParameterizedTest
  @CsvSource({"@relevance, true", "@relevance:desc, true", "@relevance:asc, false"})
  void readsRelevance(String text, boolean descending) throws ParameterException {
    assertThat(SortParameter.parse(text)).containsExactly(new Sort.ByRelevance(descending));
  }

  @Test
  void readsTwoItemsAndNone() throws ParameterException {
    List<Sort> two = List.of(by("EnrollmentCount", true), by("NumArmGroups", false));
    assertThat(SortParameter.parse("EnrollmentCount:desc,NumArmGroups")).isEqualTo(two);
    assertThat(SortParameter.parse("EnrollmentCount:desc|NumArmGroups")).isEqualTo(two);
    assertThat(SortParameter.parse("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          A,B,C; Parameter `sort` must contain no more than 2 items
          Bad Field:up; Item 1 in parameter `sort` has incorrect format
          @relevance,1x; Item 2 in parameter `sort` has incorrect format
          @query; Item 1 in parameter `sort` has incorrect format
          BogusField; Unknown sort field: BogusField
          BriefTitle; Unsupported sort field type: text
          Condition:desc; Unsupported sort field type: text[]
          MinimumAge; Unsupported sort field type: NormalizedTime
          """)
  void refusesOtherItems(String text, String message) {
    assertThatThrownBy(() -> SortParameter.parse(text))
        .isInstanceOf(ParameterException.class)
        .hasMessage(message);
  }

  private static Sort by(String piece, boolean descending) {
    return new Sort.ByField(FieldCatalogue.standard().getPiece(piece), descending);
  }
}
