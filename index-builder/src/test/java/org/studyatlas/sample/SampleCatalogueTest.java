package org.studyatlas.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;
import org.studyatlas.study.PartialDate;

/** The synthetic registry speaks the registry's field model. */
class SampleCatalogueTest {

  private static final int STUDIES = 5_000;
  private static final String UNKNOWN_MODULE = "protocolSection.futureModule";

  /** Real ones have up to 615 characters: the limit in the catalogue belongs to their title. */
  private static final String LONGER_THAN_SAID =
      "resultsSection.baselineCharacteristicsModule.measures.description";

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final SampleRegistry REGISTRY = new SampleRegistry(SampleOptions.of(STUDIES, 11));
  private static final Census CENSUS = Census.of(REGISTRY, STUDIES);

  @Test
  void everyPathButTheDeliberatelyUnknownOneIsInTheCatalogue() {
    Set<String> unknown = new TreeSet<>(CENSUS.paths());
    unknown.removeIf(path -> CATALOGUE.findPath(path).isPresent());
    // A geo point is one field of the catalogue; its two numbers are not.
    unknown.removeIf(path -> path.endsWith(".geoPoint.lat") || path.endsWith(".geoPoint.lon"));
    assertThat(unknown).containsExactly(UNKNOWN_MODULE, UNKNOWN_MODULE + ".futureField");
  }

  @Test
  void noIndexOnlyFieldIsWritten() {
    assertThat(CENSUS.paths())
        .noneMatch(path -> CATALOGUE.findPath(path).map(Field::indexedOnly).orElse(false));
  }

  @Test
  void everyStructAndNineInTenLeavesOccur() {
    List<String> structs = missing(Field::isStruct);
    List<String> leaves = missing(field -> !field.isStruct());
    long allLeaves =
        CATALOGUE.fields().stream().filter(f -> !f.isStruct() && !f.indexedOnly()).count();
    assertThat(structs).as("missing structs").hasSizeLessThanOrEqualTo(4);
    assertThat(leaves).as("missing leaves").hasSizeLessThan((int) (allLeaves / 10));
  }

  private static List<String> missing(Predicate<Field> kind) {
    return CATALOGUE.fields().stream()
        .filter(field -> !field.indexedOnly())
        .filter(kind)
        .map(Field::path)
        .filter(path -> CENSUS.count(path) == 0)
        .toList();
  }

  @Test
  void everyModuleOccurs() {
    assertThat(missing(field -> field.isStruct() && field.path().split("\\.").length <= 2))
        .isEmpty();
  }

  @Test
  void everyEnumValueIsAConstantOfItsEnumeration() {
    Set<String> wrong = new TreeSet<>();
    for (Field field : CATALOGUE.fields()) {
      field
          .findEnumType()
          .map(CATALOGUE::getEnum)
          .map(EnumType::constants)
          .ifPresent(
              constants ->
                  CENSUS.values(field.path()).keySet().stream()
                      .filter(value -> !constants.contains(value))
                      .forEach(value -> wrong.add(field.path() + "=" + value)));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void datesAgesIdsNumbersAndFlagsHaveTheirForms() {
    List<String> wrong = new ArrayList<>();
    for (Field field : CATALOGUE.fields()) {
      CENSUS.values(field.path()).keySet().stream()
          .filter(value -> !hasForm(field.kind(), value))
          .forEach(value -> wrong.add(field.path() + "=" + value));
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean hasForm(FieldKind kind, String value) {
    return switch (kind) {
      case NCT -> NctId.find(value).map(id -> id.toString().equals(value)).orElse(false);
      case DATE -> PartialDate.find(value).isPresent();
      case TIME -> Age.find(value).isPresent();
      case INTEGER -> value.matches("\\d+");
      case BOOLEAN -> value.equals("true") || value.equals("false");
      case TEXT, STRUCT, ENUM, GEO, KEYWORD -> !value.isBlank();
    };
  }

  @Test
  void absentMeansThatTheKeyIsMissing() {
    assertThat(CENSUS.nulls()).isZero();
  }

  @Test
  void textsKeepTheRegistrysLimitsOfLength() {
    Set<String> tooLong = new TreeSet<>();
    for (Field field : CATALOGUE.fields()) {
      field
          .findMaxChars()
          .ifPresent(
              max -> {
                // The registry itself lets markup exceed its limit by what escaping adds.
                long limit = Math.round(max * 1.1) + 40;
                int longest = CENSUS.longest(field.path());
                if (longest > limit && !field.path().equals(LONGER_THAN_SAID)) {
                  tooLong.add(field.path() + " " + longest + " > " + max);
                }
              });
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void keysComeInTheOrderOfTheRegistry() throws IOException {
    Path file = Path.of("../../shared/reference/key-order.json");
    assumeTrue(Files.exists(file), "key-order.json is not beside the checkout");
    JsonNode order = new ObjectMapper().readTree(file.toFile());
    Set<String> wrong = new HashSet<>();
    for (int i = 0; i < 800; i++) {
      checkOrder("", Census.parse(REGISTRY.study(i)), order, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static void checkOrder(String path, JsonNode node, JsonNode order, Set<String> wrong) {
    if (node.isArray()) {
      node.forEach(element -> checkOrder(path, element, order, wrong));
    }
    int last = -1;
    List<String> expected = new ArrayList<>();
    order.path(path).forEach(name -> expected.add(name.asText()));
    for (var field : node.properties()) {
      int at = expected.indexOf(field.getKey());
      if (at >= 0 && at < last) {
        wrong.add(path + ": " + field.getKey());
      }
      last = Math.max(last, at);
      String child = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      checkOrder(child, field.getValue(), order, wrong);
    }
  }

  @Test
  void hasResultsIsTheLastKey() {
    for (int i = 0; i < 500; i++) {
      JsonNode study = Census.parse(REGISTRY.study(i));
      List<String> names = new ArrayList<>();
      study.fieldNames().forEachRemaining(names::add);
      assertThat(names).last().isEqualTo("hasResults");
      assertThat(study.get("hasResults").booleanValue()).isEqualTo(study.has("resultsSection"));
    }
  }
}
