package org.studyatlas.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

/** The CSV computed a second time, from trees and by Commons CSV, on all real studies. */
class CsvOracleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setQuoteMode(QuoteMode.MINIMAL).get();

  private JsonNode study = JSON.createObjectNode();

  @Test
  void agreesWithTreesOnEveryColumn() throws IOException {
    RealStudies.forEach(
        bytes -> {
          study = JSON.readTree(bytes);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          CsvFormat.allColumns().writeRow(bytes, out);
          assertThat(out.toString(UTF_8)).isEqualTo(row());
        });
  }

  private String row() {
    List<String> cells = new ArrayList<>();
    addOverview(cells);
    addDesign(cells);
    addDatesAndPlaces(cells);
    return FORMAT.format(cells.toArray()) + "\n";
  }

  private void addOverview(List<String> cells) {
    String id = text("/protocolSection/identificationModule/nctId");
    cells.add(id);
    cells.add(text("/protocolSection/identificationModule/briefTitle"));
    cells.add("https://clinicaltrials.gov/study/" + id);
    cells.add(text("/protocolSection/identificationModule/acronym"));
    cells.add(text("/protocolSection/statusModule/overallStatus"));
    cells.add(text("/protocolSection/descriptionModule/briefSummary"));
    cells.add(study.path("hasResults").booleanValue() ? "YES" : "NO");
    cells.add(each("/protocolSection/conditionsModule/conditions", "|", ""));
    List<String> interventions = new ArrayList<>();
    for (JsonNode i : study.at("/protocolSection/armsInterventionsModule/interventions")) {
      interventions.add(i.get("type").textValue() + ": " + i.get("name").textValue());
    }
    cells.add(String.join("|", interventions));
    for (String list : List.of("primaryOutcomes", "secondaryOutcomes", "otherOutcomes")) {
      cells.add(
          each(
              "/protocolSection/outcomesModule/" + list,
              "|",
              "measure",
              "description",
              "timeFrame"));
    }
  }

  private void addDesign(List<String> cells) {
    String design = "/protocolSection/designModule";
    String sponsors = "/protocolSection/sponsorCollaboratorsModule";
    cells.add(text(sponsors + "/leadSponsor/name"));
    cells.add(each(sponsors + "/collaborators", "|", "name"));
    cells.add(text("/protocolSection/eligibilityModule/sex"));
    cells.add(each("/protocolSection/eligibilityModule/stdAges", ", ", ""));
    cells.add(each(design + "/phases", "|", ""));
    cells.add(text(design + "/enrollmentInfo/count"));
    cells.add(text(sponsors + "/leadSponsor/class"));
    String type = text(design + "/studyType");
    cells.add(type);
    String who = each(design + "/designInfo/maskingInfo/whoMasked", ", ", "");
    if (type.equals("INTERVENTIONAL")) {
      cells.add(
          String.format(
              "Allocation: %s|Intervention Model: %s|Masking: %s%s|Primary Purpose: %s",
              text(design + "/designInfo/allocation"),
              text(design + "/designInfo/interventionModel"),
              text(design + "/designInfo/maskingInfo/masking"),
              who.isEmpty() ? "" : " (" + who + ")",
              text(design + "/designInfo/primaryPurpose")));
    } else if (type.equals("OBSERVATIONAL")) {
      cells.add("Observational Model: |Time Perspective: p");
    } else {
      cells.add("");
    }
  }

  private void addDatesAndPlaces(List<String> cells) {
    String identification = "/protocolSection/identificationModule";
    String own = text(identification + "/orgStudyIdInfo/id");
    String others = each(identification + "/secondaryIdInfos", "|", "id");
    cells.add(own.isEmpty() || others.isEmpty() ? own + others : own + "|" + others);
    for (String date :
        List.of(
            "start",
            "primaryCompletion",
            "completion",
            "studyFirstPost",
            "resultsFirstPost",
            "lastUpdatePost")) {
      cells.add(text("/protocolSection/statusModule/" + date + "DateStruct/date"));
    }
    cells.add(
        each(
            "/protocolSection/contactsLocationsModule/locations",
            "|",
            "facility",
            "city",
            "state",
            "zip",
            "country"));
    String id = text(identification + "/nctId");
    List<String> documents = new ArrayList<>();
    for (JsonNode document : study.at("/documentSection/largeDocumentModule/largeDocs")) {
      documents.add(
          document.get("label").textValue()
              + ", https://cdn.clinicaltrials.gov/large-docs/"
              + id.substring(9)
              + "/"
              + id
              + "/"
              + document.get("filename").textValue());
    }
    cells.add(String.join("|", documents));
  }

  private String text(String pointer) {
    return study.at(pointer).asText("");
  }

  /** The elements of a list; of each the members of those names, or itself for the empty name. */
  private String each(String pointer, String separator, String... names) {
    List<String> items = new ArrayList<>();
    for (JsonNode element : study.at(pointer)) {
      List<String> parts = new ArrayList<>();
      for (String name : names) {
        JsonNode part = name.isEmpty() ? element : element.path(name);
        if (!part.isMissingNode()) {
          parts.add(part.asText());
        }
      }
      items.add(String.join(", ", parts));
    }
    return String.join(separator, items);
  }
}
