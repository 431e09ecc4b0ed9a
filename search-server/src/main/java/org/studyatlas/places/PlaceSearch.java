package org.studyatlas.places;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.PlaceName;

/**
 * Finds the places with the most sites of those that match, each with the sites of all its entries.
 *
 * <p>The entries of a kind come in the order of their own sites. So of those that are places of
 * their own the first ones are enough, and these are read; all others that match are looked at only
 * for cities of several entries, which are few, and of which each is read once.
 */
final class PlaceSearch {

  private final NameSearch names;
  private @Nullable MergedCities cities;

  PlaceSearch(NameSearch names) {
    this.names = names;
  }

  /** Read by the first search, so that an index opens soon; the others wait for it. */
  private synchronized MergedCities cities() throws IOException {
    if (cities == null) {
      cities = MergedCities.read(names);
    }
    return cities;
  }

  /**
   * A place that matches.
   *
   * @param id tells it from others, whichever of its entries was met
   * @param document its first entry that matches, whose name it has
   */
  record Found(long id, int document, Place place) {

    /** Most sites first; of equal ones the wider place, then in the order of the index. */
    static final Comparator<Found> BY_SITES =
        comparing((Found found) -> -found.place.sites())
            .thenComparing(found -> found.place.name().kind())
            .thenComparing(Found::document);
  }

  /**
   * What was found.
   *
   * @param places in no order; among them those with the most sites
   * @param complete whether all entries of the query were looked at
   */
  record Page(List<Found> places, boolean complete) {}

  /** The places of a query of one kind, among them so many with the most sites. */
  List<Found> first(Query query, int count) throws IOException {
    return first(query, count, Integer.MAX_VALUE, name -> true).places();
  }

  /**
   * The same of the entries that pass a test.
   *
   * @param maxLooks how many entries of the query are looked at, those with the most sites
   */
  Page first(Query query, int count, int maxLooks, Predicate<PlaceName> test) throws IOException {
    Collector found = new Collector(cities(), count, maxLooks, test);
    boolean all = names.visit(query, found);
    return new Page(found.places(), all || found.done);
  }

  /** Keeps the first places of one entry, and all cities of several. */
  private static final class Collector implements NameSearch.Visitor {
    private final MergedCities cities;
    private final int count;
    private final int maxLooks;
    private final Predicate<PlaceName> test;
    private final List<Found> ofOne = new ArrayList<>();
    private final Map<Integer, Found> ofSeveral = new HashMap<>();
    private int looks;
    private boolean done;

    private Collector(MergedCities cities, int count, int maxLooks, Predicate<PlaceName> test) {
      this.cities = cities;
      this.count = count;
      this.maxLooks = maxLooks;
      this.test = test;
    }

    @Override
    public boolean visit(int document, NameSearch.Entry entry) throws IOException {
      done = ofOne.size() == count && cities.areBefore(document);
      if (done || looks++ == maxLooks) {
        return false;
      }
      if (wants(document)) {
        take(document, entry.read(NameFields::place));
      }
      return true;
    }

    private boolean wants(int document) {
      int city = cities.find(document);
      return city < 0 ? ofOne.size() < count : !ofSeveral.containsKey(city);
    }

    private void take(int document, PlaceName name) {
      if (!test.test(name)) {
        return;
      }
      int city = cities.find(document);
      if (city < 0) {
        Place place = Place.group(List.of(name)).getFirst();
        ofOne.add(new Found(document, document, place));
      } else {
        ofSeveral.put(city, new Found(-1L - city, document, cities.place(city, name)));
      }
    }

    private List<Found> places() {
      List<Found> all = new ArrayList<>(ofOne);
      all.addAll(ofSeveral.values());
      return all;
    }
  }
}
