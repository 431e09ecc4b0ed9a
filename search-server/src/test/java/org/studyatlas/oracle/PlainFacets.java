package org.studyatlas.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.studyatlas.facet.Facet;

/** Counts a facet over studies' JSON, by the book. */
final class PlainFacets {

  private PlainFacets() {}

  /**
   * The counts by value; a place's value has what is above it before it, separated by slashes.
   *
   * @param found the studies, with the sites that match
   */
  static Map<String, Integer> count(Facet facet, Map<JsonNode, List<JsonNode>> found) {
    Map<String, Integer> counts = new TreeMap<>();
    found.forEach(
        (study, sites) -> {
          Set<String> values = new HashSet<>();
          switch (facet) {
            case SITE_STATUS ->
                sites.forEach(s -> values.addAll(RandomFilters.values(s, "status")));
            case COUNTRY -> addPlaces(values, sites, "country");
            case STATE -> addPlaces(values, sites, "country", "state");
            case CITY -> addPlaces(values, sites, "country", "state", "city");
            default -> values.addAll(ofStudy(facet, study));
          }
          values.forEach(value -> counts.merge(value, 1, Integer::sum));
        });
    return counts;
  }

  private static void addPlaces(Set<String> values, List<JsonNode> sites, String... names) {
    for (JsonNode site : sites) {
      StringBuilder place = new StringBuilder();
      boolean complete = false;
      for (String name : names) {
        List<String> value = RandomFilters.values(site, name);
        complete = !value.isEmpty();
        place.append(place.isEmpty() || !complete ? "" : "/");
        place.append(complete ? value.getFirst() : "");
      }
      if (complete) {
        values.add(place.toString());
      }
    }
  }

  private static List<String> ofStudy(Facet facet, JsonNode study) {
    Function<String, List<String>> at = path -> RandomFilters.values(study, path);
    return switch (facet) {
      case STATUS -> at.apply("protocolSection.statusModule.overallStatus");
      case PHASE -> at.apply("protocolSection.designModule.phases");
      case STUDY_TYPE -> at.apply("protocolSection.designModule.studyType");
      case SPONSOR_CLASS ->
          at.apply("protocolSection.sponsorCollaboratorsModule.leadSponsor.class");
      case SPONSOR -> at.apply("protocolSection.sponsorCollaboratorsModule.leadSponsor.name");
      case INTERVENTION_TYPE ->
          at.apply("protocolSection.armsInterventionsModule.interventions.type");
      case SEX -> at.apply("protocolSection.eligibilityModule.sex");
      case AGE_GROUP -> at.apply("protocolSection.eligibilityModule.stdAges");
      case HAS_RESULTS -> at.apply("hasResults");
      case START_YEAR ->
          at.apply("protocolSection.statusModule.startDateStruct.date").stream()
              .map(date -> date.substring(0, 4))
              .toList();
      case CONDITION, INTERVENTION -> {
        String of = facet.parameter();
        Set<String> terms = new HashSet<>(at.apply(RandomFilters.mesh(of, "meshes")));
        terms.addAll(at.apply(RandomFilters.mesh(of, "ancestors")));
        yield List.copyOf(terms);
      }
      case SITE_STATUS, COUNTRY, STATE, CITY -> List.of();
    };
  }
}
