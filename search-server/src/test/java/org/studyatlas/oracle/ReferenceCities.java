package org.studyatlas.oracle;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.schema.PlaceKey;

/** Where sites are, told by a plain scan: by themselves, or by the other sites of their city. */
final class ReferenceCities {

  private static final double SAME_PLACE_METERS = 25_000;

  /** Most frequent first; equally frequent ones as the index orders encoded points. */
  private static final Comparator<Map.Entry<GeoPoint, Integer>> ORDER =
      comparing((Map.Entry<GeoPoint, Integer> e) -> -e.getValue())
          .thenComparing(e -> e.getKey().lat())
          .thenComparing(e -> e.getKey().lon() < 0)
          .thenComparing(e -> e.getKey().lon());

  private final Map<PlaceKey, Map<GeoPoint, Integer>> points = new HashMap<>();

  /** Gives sites without coordinates those that the other sites of their city tell. */
  static void fillIn(List<JsonNode> studies) {
    ReferenceCities cities = new ReferenceCities();
    studies.forEach(cities::scan);
    for (JsonNode study : studies) {
      for (JsonNode site : JsonValues.sites(study)) {
        cities
            .where(site)
            .ifPresent(
                point ->
                    ((ObjectNode) site)
                        .putObject("geoPoint")
                        .put("lat", point.lat())
                        .put("lon", point.lon()));
      }
    }
  }

  /** Takes the sites of a study. */
  void scan(JsonNode study) {
    for (JsonNode site : JsonValues.sites(study)) {
      if (site.has("geoPoint")) {
        PlaceKey key = key(site);
        count(key, site);
        count(inAnyState(key), site);
      }
    }
  }

  private void count(PlaceKey key, JsonNode site) {
    points.computeIfAbsent(key, k -> new HashMap<>()).merge(own(site), 1, Integer::sum);
  }

  /** Where a site is; empty if nothing tells. */
  Optional<GeoPoint> where(JsonNode site) {
    if (site.has("geoPoint")) {
      return Optional.of(own(site));
    }
    PlaceKey key = key(site);
    Map<GeoPoint, Integer> own = points.get(key.state().isEmpty() ? mark(key) : key);
    return agreed(own != null ? own : points.getOrDefault(inAnyState(key), Map.of()));
  }

  private static Optional<GeoPoint> agreed(Map<GeoPoint, Integer> points) {
    return points.entrySet().stream()
        .min(ORDER)
        .map(Map.Entry::getKey)
        .filter(
            point ->
                points.keySet().stream().allMatch(p -> p.metersTo(point) <= SAME_PLACE_METERS));
  }

  private static PlaceKey key(JsonNode site) {
    PlaceKey key =
        PlaceKey.of(
            site.path("city").asText(), site.path("state").asText(), site.path("country").asText());
    return key.state().isEmpty() ? mark(key) : key;
  }

  /** Sites without a state, told from those of any state. */
  private static PlaceKey mark(PlaceKey key) {
    return new PlaceKey(key.city(), "none", key.country());
  }

  private static PlaceKey inAnyState(PlaceKey key) {
    return new PlaceKey(key.city(), "", key.country());
  }

  private static GeoPoint own(JsonNode site) {
    JsonNode point = site.get("geoPoint");
    return ReferenceSearch.rounded(point.get("lat").asDouble(), point.get("lon").asDouble());
  }
}
