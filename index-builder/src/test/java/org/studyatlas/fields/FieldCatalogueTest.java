package org.studyatlas.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCatalogueTest {

  private final FieldCatalogue catalogue = FieldCatalogue.standard();

  @Test
  void holdsTheWholeModel() {
    List<Field> fields = catalogue.fields();
    assertThat(fields).hasSize(531);
    assertThat(fields.stream().filter(Field::isStruct)).hasSize(112);
    assertThat(fields.stream().filter(Field::indexedOnly)).hasSize(77);
    assertThat(fields.stream().filter(f -> !f.isStruct() && !f.indexedOnly())).hasSize(342);
  }

  /** The numbers that third parties counted on the registry's {@code /stats/field/values}. */
  @ParameterizedTest
  @CsvSource({"ENUM, 55", "STRING, 214", "INTEGER, 92", "DATE, 29", "BOOLEAN, 28"})
  void statisticsTypesAddUpToTheRegistrys(StatsType type, int count) {
    assertThat(catalogue.fields().stream().filter(f -> f.statsType() == type)).hasSize(count);
  }

  @Test
  void namesAndAlternativeNamesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Field field : catalogue.fields()) {
      assertThat(seen.add(field.piece())).as(field.piece()).isTrue();
      field.altNames().forEach(alt -> assertThat(seen.add(alt)).as(alt).isTrue());
    }
    assertThat(catalogue.fields().stream().mapToInt(f -> f.altNames().size()).sum()).isEqualTo(103);
  }

  @Test
  void everyEnumFieldHasItsEnumeration() {
    for (Field field : catalogue.fields()) {
      assertThat(field.findEnumType().isPresent()).isEqualTo(field.kind() == FieldKind.ENUM);
      field.findEnumType().ifPresent(type -> assertThat(catalogue.getEnum(type)).isNotNull());
    }
    assertThat(catalogue.enums()).hasSize(41);
    assertThat(catalogue.enums().stream().mapToInt(e -> e.values().size()).sum()).isEqualTo(210);
  }

  @Test
  void everyPieceOfASearchAreaExists() {
    assertThat(catalogue.areas()).hasSize(19);
    catalogue.areas().stream()
        .flatMap(area -> area.parts().stream())
        .forEach(
            part -> {
              assertThat(part.weight()).isGreaterThan(0).isLessThanOrEqualTo(1);
              part.pieces().forEach(piece -> assertThat(catalogue.findPiece(piece)).isPresent());
            });
  }

  @Test
  void knowsTheWeightsOfConditionSearch() {
    SearchArea area = catalogue.findAreaOfParam("cond").orElseThrow();
    Map<String, Double> weights =
        area.parts().stream()
            .collect(Collectors.toMap(p -> p.pieces().getFirst(), SearchArea.Part::weight));
    assertThat(weights)
        .containsEntry("Condition", .95)
        .containsEntry("BriefTitle", .6)
        .containsEntry("NCTId", .2)
        .hasSize(7);
  }

  @Test
  void everyParentOfAFieldIsAStruct() {
    Map<String, Field> byPath =
        catalogue.fields().stream().collect(Collectors.toMap(Field::path, Function.identity()));
    for (Field field : catalogue.fields()) {
      if (!field.parentPath().isEmpty()) {
        assertThat(byPath.get(field.parentPath())).as(field.path()).matches(Field::isStruct);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"recruiting, RECRUITING", "Not yet recruiting, NOT_YET_RECRUITING"})
  void anEnumConstantIsFoundInAnyForm(String text, String constant) {
    assertThat(catalogue.getEnum("Status").find(text)).contains(constant);
  }
}
