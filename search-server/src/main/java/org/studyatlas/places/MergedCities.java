package org.studyatlas.places;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.TermQuery;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PlaceName;
import org.studyatlas.schema.PlaceKey;

/**
 * The cities that have several entries, one for each state that their sites write, and the sites of
 * all of these. Any other entry is a place of its own.
 *
 * <p>Read once for an index, out of the entries of all cities: some 2 µs each. Takes some 8 bytes
 * of heap per entry of such a city.
 */
final class MergedCities {

  private final int[] documents;
  private final int[] cities;
  private final int[] sites;
  private final int[] elsewhere;

  /** An entry of one of the cities. */
  private record Member(int document, int city) {}

  /** An entry, and where it is in the index. */
  private record Entry(int document, PlaceName name) {}

  private MergedCities(List<Member> members, List<Place> totals) {
    members.sort(comparingInt(Member::document));
    documents = members.stream().mapToInt(Member::document).toArray();
    cities = members.stream().mapToInt(Member::city).toArray();
    sites = totals.stream().mapToInt(Place::sites).toArray();
    elsewhere = totals.stream().mapToInt(Place::sitesElsewhere).toArray();
  }

  static MergedCities read(NameSearch names) throws IOException {
    List<Member> members = new ArrayList<>();
    List<Place> totals = new ArrayList<>();
    for (List<Entry> namesakes : namesakes(names)) {
      if (namesakes.size() > 1) {
        merge(namesakes, members, totals);
      }
    }
    return new MergedCities(members, totals);
  }

  /** Cities that have one name in one country, in the order of the index. */
  private static Collection<List<Entry>> namesakes(NameSearch names) throws IOException {
    Map<PlaceKey, List<Entry>> namesakes = new LinkedHashMap<>();
    names.visit(
        new TermQuery(NameFields.kind(NameKind.CITY)),
        (document, entry) -> {
          PlaceName name = entry.read(NameFields::place);
          namesakes
              .computeIfAbsent(
                  PlaceKey.of(name.name(), null, name.country()), key -> new ArrayList<>(1))
              .add(new Entry(document, name));
          return true;
        });
    return namesakes.values();
  }

  private static void merge(List<Entry> namesakes, List<Member> members, List<Place> totals) {
    List<Place> places = Place.group(namesakes.stream().map(Entry::name).toList());
    if (places.size() == namesakes.size()) {
      return;
    }
    for (Place place : places) {
      List<Entry> own =
          namesakes.stream().filter(entry -> place.isFirstOf(places, entry.name())).toList();
      if (own.size() > 1) {
        own.forEach(entry -> members.add(new Member(entry.document(), totals.size())));
        totals.add(place);
      }
    }
  }

  /** Number of the city that an entry belongs to, or -1. */
  int find(int document) {
    int at = Arrays.binarySearch(documents, document);
    return at < 0 ? -1 : cities[at];
  }

  /** Whether no entry from there on belongs to one of the cities. */
  boolean areBefore(int document) {
    return documents.length == 0 || document > documents[documents.length - 1];
  }

  /** A city with the sites of all its entries, under the name of one of them. */
  Place place(int city, PlaceName name) {
    return new Place(name, sites[city], elsewhere[city]);
  }
}
