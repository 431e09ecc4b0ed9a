package org.studyatlas.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.schema.RecordText;

class FieldSelectionTest {

  private static final String STUDY =
      """
      {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"T"},\
      "sponsorCollaboratorsModule":{"leadSponsor":{"name":"S","class":"NIH"}}},"hasResults":false}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NCTId",
        "NCT-ID",
        "protocolSection.identificationModule.nctId",
        "NCTIdSearch",
        "NCTId,NCTId",
        "NCTId|NCT-ID",
        " NCTId , NCTIdAlias"
      })
  void everyNameOfAFieldSelectsIt(String fields) throws Exception {
    assertThat(project(FieldSelection.parse(fields)))
        .isEqualTo("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LeadSponsor",
        "LeadSponsorClass,LeadSponsorName",
        "protocolSection.sponsorCollaboratorsModule",
        "LeadSponsor|LeadSponsorName"
      })
  void structStandsForEverythingBelowIt(String fields) throws Exception {
    assertThat(project(FieldSelection.parse(fields)))
        .isEqualTo(
            "{\"protocolSection\":{\"sponsorCollaboratorsModule\":{\"leadSponsor\":"
                + "{\"name\":\"S\",\"class\":\"NIH\"}}}}");
  }

  @Test
  void searchAreaStandsForItsPieces() throws Exception {
    assertThat(project(FieldSelection.parse("FunderTypeSearch,HasResults")))
        .isEqualTo(
            "{\"protocolSection\":{\"sponsorCollaboratorsModule\":{\"leadSponsor\":"
                + "{\"class\":\"NIH\"}}},\"hasResults\":false}");
  }

  @Test
  void atQueryStandsForTheSearchedFields() throws Exception {
    List<Field> searched = List.of(FieldCatalogue.standard().getPiece("BriefTitle"));
    assertThat(project(FieldSelection.parse("@query", searched)))
        .isEqualTo("{\"protocolSection\":{\"identificationModule\":{\"briefTitle\":\"T\"}}}");
    assertThat(project(FieldSelection.parse("@query", List.of()))).isEqualTo("{}");
  }

  @Test
  void refusesAtQueryWhereNothingIsSearched() {
    assertThatThrownBy(() -> FieldSelection.parse("NCTId,@query"))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Item 2 in parameter `fields` has incorrect format");
  }

  @ParameterizedTest
  @CsvSource({
    "StudyDesign,StudyDesign",
    "nctid,nctid",
    "'NCTId,ConditionList',ConditionList",
    "protocolSection.nctId,protocolSection.nctId",
    "identificationModule,identificationModule",
    "basicsearch,basicsearch"
  })
  void unknownNameIsToldInTheRegistrysWords(String fields, String name) {
    assertThatThrownBy(() -> FieldSelection.parse(fields, List.of()))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Parameter 'fields' contains invalid field name: '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "'',1",
    "' ',1",
    "'NCTId,',2",
    "'NCTId||BriefTitle',2",
    "'NCTId,Brief_Title',2",
    "'2nd',1",
    "'@relevance',1",
    "'NCTId,Phase:size',2"
  })
  void itemThatIsNoNameIsToldByItsNumber(String fields, int item) {
    assertThatThrownBy(() -> FieldSelection.parse(fields, List.of()))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessage("Item " + item + " in parameter `fields` has incorrect format");
  }

  @Test
  void everyFieldOfTheCatalogueCanBeNamedInAllItsWays() throws Exception {
    for (Field field : FieldCatalogue.standard().fields()) {
      FieldSelection.parse(field.piece());
      FieldSelection.parse(field.path());
      for (String name : field.altNames()) {
        FieldSelection.parse(name);
      }
    }
  }

  @Test
  void indexOnlyFieldSelectsNothing() throws Exception {
    assertThat(project(FieldSelection.parse("NumLocations,LocationCountryCode")))
        .isEqualTo("{\"protocolSection\":{}}");
  }

  @Test
  void everythingIsEverything() throws IOException {
    assertThat(project(FieldSelection.everything())).isEqualTo(STUDY);
  }

  private static String project(FieldSelection selection) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StudyProjection.of(selection, MarkupFormat.MARKDOWN)
        .write(RecordText.of(STUDY.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
