package org.studyatlas.names;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.EncodedPoint;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;
import org.studyatlas.study.CountryCodes;
import org.studyatlas.study.StateCodes;

/** Turns the tallies of places into documents. Used once. */
final class PlaceDocuments {

  private static final Comparator<PlaceTally> IN_ORDER =
      comparing((PlaceTally place) -> place.id().kind())
          .thenComparing(place -> -place.sites())
          .thenComparing(place -> place.id().text());

  private final SiteNames names;
  private final Map<PlaceId, Map<Long, Integer>> citiesOfAnyState = new HashMap<>();
  private final Map<Long, PlaceTally> cityAt = new HashMap<>();

  private PlaceDocuments(SiteNames names) {
    this.names = names;
  }

  /** Writes all places, kind by kind, those with the most sites first. */
  static void write(SiteNames names, IndexWriter writer) throws IOException {
    PlaceDocuments documents = new PlaceDocuments(names);
    List<PlaceTally> places = new ArrayList<>(names.tallies());
    places.sort(IN_ORDER);
    places.forEach(documents::relate);
    for (PlaceTally place : places) {
      writer.addDocument(documents.document(place));
    }
  }

  /** Gives the points of cities and postal codes to the areas that they lie in. */
  private void relate(PlaceTally place) {
    PlaceKey key = place.id().key();
    switch (place.id().kind()) {
      case CITY -> {
        give(PlaceId.country(key), place);
        give(PlaceId.state(key), place);
        Map<Long, Integer> pooled =
            citiesOfAnyState.computeIfAbsent(inAnyState(key), id -> new HashMap<>());
        place.points().forEach((point, n) -> pooled.merge(point, n, Integer::sum));
        place.points().keySet().forEach(point -> cityAt.putIfAbsent(point, place));
      }
      case ZIP -> {
        PostalCode code = PostalCode.find(place.best().name(), key.country());
        if (code != null && !code.prefix().isEmpty()) {
          give(PlaceId.zip(NameKind.ZIP_PREFIX, code.prefix(), key.country()), place);
        }
      }
      case COUNTRY, STATE, ZIP_PREFIX, CONDITION, INTERVENTION, SPONSOR, FACILITY -> {}
    }
  }

  private void give(PlaceId area, PlaceTally part) {
    PlaceTally tally = names.find(area);
    if (tally != null) {
      tally.addPointsOf(part);
    }
  }

  private static PlaceId inAnyState(PlaceKey key) {
    return PlaceId.city(new PlaceKey(key.city(), "", key.country()));
  }

  private Document document(PlaceTally place) {
    PlaceName.Spot spot = spot(place);
    place.settle(spot);
    PlaceName name = place.name(city(place));
    PlaceKey key = place.id().key();
    Document document =
        NameFields.document(name, callNames(place), PlaceWords.besideName(name), key.country());
    boolean resolves = place.id().kind() == NameKind.CITY && place.unlocated() > 0;
    if (resolves && spot != null && spot.isAgreed()) {
      NameFields.addResolved(document, key, spot.point());
    }
    return document;
  }

  private PlaceName.@Nullable Spot spot(PlaceTally place) {
    Map<Long, Integer> points = place.points();
    NameKind kind = place.id().kind();
    if (points.isEmpty()) {
      return kind == NameKind.CITY ? agreedInAnyState(place.id().key()) : null;
    }
    return switch (kind) {
      case COUNTRY, STATE -> SpotChoice.mostFrequent(points);
      case CITY -> SpotChoice.ofCity(points, namesakes(place.id().key()), names.neighbourhoods());
      case ZIP, ZIP_PREFIX -> SpotChoice.ofPostalCode(points, this::isCredible);
      case CONDITION, INTERVENTION, SPONSOR, FACILITY ->
          throw new IllegalArgumentException(kind + " is no place");
    };
  }

  /** A city none of whose own sites has coordinates may have them under another state, or none. */
  private PlaceName.@Nullable Spot agreedInAnyState(PlaceKey key) {
    Map<Long, Integer> points = namesakes(key);
    if (points.isEmpty()) {
      return null;
    }
    PlaceName.Spot spot = SpotChoice.mostFrequent(points);
    return spot.isAgreed() ? spot : null;
  }

  private Map<Long, Integer> namesakes(PlaceKey key) {
    return citiesOfAnyState.getOrDefault(inAnyState(key), Map.of());
  }

  /** Cities are settled before postal codes. */
  private boolean isCredible(long point) {
    PlaceTally city = cityAt.get(point);
    PlaceName.Spot spot = city == null ? null : city.spot();
    return spot != null
        && spot.point().metersTo(EncodedPoint.decode(point)) <= SpotChoice.SAME_PLACE_METERS;
  }

  /** The city that a postal code belongs to; empty for other places. */
  private String city(PlaceTally place) {
    NameKind kind = place.id().kind();
    PlaceName.Spot spot = place.spot();
    boolean ofCity = kind == NameKind.ZIP || kind == NameKind.ZIP_PREFIX;
    PlaceTally city = ofCity && spot != null ? cityAt.get(EncodedPoint.encode(spot.point())) : null;
    return city == null ? "" : city.best().name();
  }

  private static List<String> callNames(PlaceTally place) {
    PlaceId id = place.id();
    List<String> called = new ArrayList<>();
    called.add(
        switch (id.kind()) {
          case COUNTRY -> NameFold.fold(place.best().name());
          case ZIP, ZIP_PREFIX -> NameFold.fold(id.name());
          case STATE, CITY, CONDITION, INTERVENTION, SPONSOR, FACILITY -> id.name();
        });
    if (id.kind() == NameKind.COUNTRY) {
      CountryCodes.typedFormsOf(id.name()).forEach(alias -> called.add(NameFold.fold(alias)));
    } else if (id.kind() == NameKind.STATE) {
      StateCodes.findCode(id.key().country(), wholeState(place))
          .ifPresent(code -> called.add(NameFold.fold(code)));
    }
    return called.stream().distinct().toList();
  }

  private static String wholeState(PlaceTally place) {
    return StateCodes.wholeName(place.id().key().country(), place.best().state());
  }
}
