package org.studyatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.fixture.StudyFixture.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.query.SearchRequest;
import org.studyatlas.query.Sort;

/** What a site has several of: its contacts. */
class SiteListsTest {

  private static TestIndex index;

  @BeforeAll
  static void build() {
    index =
        TestIndex.of(
            study("NCT00000001").site(site("Boston", "Ann", "Bob")).site(site("Lyon")),
            study("NCT00000002").site(site("Boston", "Ann")).site(site("Lyon", "Cid")),
            study("NCT00000003").site(site("Boston", "Ann", "", "Dan")),
            study("NCT00000004"),
            study("NCT00000005").site(site("Boston")).site(Map.of("country", "France")));
  }

  /** A site with a contact of each name; those without one have a role only. */
  private static Map<String, Object> site(String city, String... contacts) {
    Map<String, Object> site = new LinkedHashMap<>(Map.of("city", city));
    List<Map<String, String>> list = new ArrayList<>();
    for (String name : contacts) {
      list.add(
          name.isEmpty() ? Map.of("role", "CONTACT") : Map.of("name", name, "role", "CONTACT"));
    }
    if (!list.isEmpty()) {
      site.put("contacts", list);
    }
    return site;
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationContact:size]2) | 1",
        "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationContactName:size]2) | 1 3",
        "SEARCH[Location](AREA[LocationCity]Boston AND AREA[LocationContactRole:size]3) | 3",
        "SEARCH[Location](AREA[LocationContact:size]RANGE[1,2]) | 1 2",
        "SEARCH[Location](AREA[LocationContact:size]RANGE[MIN,MAX]) | 1 2 3",
        "SEARCH[Location](NOT AREA[LocationContact:size]RANGE[1,MAX]) | 1 5",
        "SEARCH[Location](AREA[LocationCity:size]1) | 1 2 3 5",
        "SEARCH[Location](AREA[LocationCity:size]2) | ''",
        "SEARCH[Location](AREA[LocationCountry:size]RANGE[MIN,1]) | 5",
        "SEARCH[Location](SEARCH[Study](AREA[LocationContact:size]2)) | 1 2",
        "SEARCH[Location](AREA[Location:size]2 AND AREA[LocationContact:size]1) | 2",
        "AREA[LocationContact:size]2 | 1 2",
        "NOT AREA[LocationContact:size]RANGE[1,2] | 3 4 5",
        "AREA[LocationContactName:size]2 | 1 2 3",
        "AREA[LocationCity:size]2 | 1 2",
        "AREA[LocationCity:size]1 | 3 5",
      })
  void sizesInsideOfSearchLocationAreThoseOfTheSite(String essie, String numbers) {
    assertThat(index.find("query.term", essie)).containsExactlyElementsOf(ids(numbers));
  }

  @Test
  void studiesAreSortedByTheLeastOrGreatestNumberOfASite() {
    assertThat(index.find(by(false))).isEqualTo(ids("1 5 2 3 4"));
    assertThat(index.find(by(true))).isEqualTo(ids("3 1 2 5 4"));
  }

  @Test
  void pagesSortedBySitesMeet() {
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      SearchPage page = index.search(by(true).withPage(new SearchRequest.Page(2, cursor, false)));
      page.hits().forEach(hit -> paged.add(hit.id().toString()));
      cursor = page.next().orElse(null);
    } while (cursor != null);
    assertThat(paged).isEqualTo(ids("3 1 2 5 4"));
  }

  private static SearchRequest by(boolean descending) {
    Sort sort =
        new Sort.ByField(FieldCatalogue.standard().getPiece("NumLocationContacts"), descending);
    return SearchRequest.ALL.withSort(List.of(sort));
  }

  private static List<String> ids(String numbers) {
    return numbers.isEmpty()
        ? List.of()
        : List.of(numbers.split(" ")).stream().map(n -> "NCT0000000" + n).toList();
  }
}
