package org.studyatlas.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;
import org.studyatlas.names.Spellings.Written;
import org.studyatlas.schema.EncodedPoint;
import org.studyatlas.schema.PlaceKey;

/**
 * Counts the places of all sites in one walk over their doc values.
 *
 * <p>What a combination of names means is looked up once, when it is met first; each further site
 * costs a few look-ups by number.
 */
final class SiteNames {

  /** Longest folded name that makes a place; the longest real one has some 100 characters. */
  private static final int MAX_CHARS = 300;

  private final @Nullable SortedSetDocValues cities;
  private final @Nullable SortedSetDocValues states;
  private final @Nullable SortedSetDocValues countries;
  private final @Nullable SortedSetDocValues zips;
  private final @Nullable SortedNumericDocValues points;
  private final Map<PlaceId, PlaceTally> tallies = new HashMap<>();
  private final Spellings writtenCities = new Spellings(this::city);
  private final Spellings writtenStates = new Spellings(this::state);
  private final Spellings writtenCountries = new Spellings(this::country);
  private final Spellings writtenZips = new Spellings(this::zip);
  private final Neighbourhoods neighbourhoods = new Neighbourhoods();
  private long sites;
  private long sitesWithCity;
  private long sitesWithCountry;

  private SiteNames(IndexReader reader) throws IOException {
    cities = StudySites.values(reader, "LocationCity");
    states = StudySites.values(reader, "LocationState");
    countries = StudySites.values(reader, "LocationCountry");
    zips = StudySites.values(reader, "LocationZip");
    points = MultiDocValues.getSortedNumericValues(reader, NameFields.POINT.name());
  }

  /** Counts the sites of an index. */
  static SiteNames of(IndexReader reader) throws IOException {
    SiteNames names = new SiteNames(reader);
    StudySites.walkSites(reader, names::count);
    names.writtenCities.offer();
    names.writtenStates.offer();
    names.writtenCountries.offer();
    names.writtenZips.offer();
    return names;
  }

  /** The places, each once, in no order. */
  Collection<PlaceTally> tallies() {
    return Collections.unmodifiableCollection(tallies.values());
  }

  /** The tally of a place, or null if no site names it. */
  @Nullable PlaceTally find(PlaceId id) {
    return tallies.get(id);
  }

  Neighbourhoods neighbourhoods() {
    return neighbourhoods;
  }

  /** Number of sites, and of those that count for a city and for a country. */
  NameCounts counts() {
    return new NameCounts(sites, sitesWithCity, sitesWithCountry);
  }

  private void count(int doc, int study) throws IOException {
    SeenSite site = site(doc, study);
    int state = StudySites.number(states, doc);
    int country = StudySites.number(countries, doc);
    int city = StudySites.number(cities, doc);
    int zip = StudySites.number(zips, doc);
    sites++;
    writtenStates.count(new Written(state, state, country), site);
    writtenZips.count(new Written(zip, -1, country), site);
    if (writtenCountries.count(new Written(country, -1, country), site)) {
      sitesWithCountry++;
    }
    if (writtenCities.count(new Written(city, state, country), site)) {
      sitesWithCity++;
    }
  }

  private SeenSite site(int doc, int study) throws IOException {
    if (points == null || !points.advanceExact(doc)) {
      return new SeenSite(study, false, 0);
    }
    long point = points.nextValue();
    neighbourhoods.add(EncodedPoint.decode(point));
    return new SeenSite(study, true, point);
  }

  private Spelling city(Written written) throws IOException {
    return spelling(StudySites.text(cities, written.name()), written, NameKind.CITY);
  }

  private Spelling state(Written written) throws IOException {
    return spelling(StudySites.text(states, written.name()), written, NameKind.STATE);
  }

  private Spelling country(Written written) throws IOException {
    return spelling(StudySites.text(countries, written.name()), written, NameKind.COUNTRY);
  }

  private Spelling spelling(String name, Written written, NameKind kind) throws IOException {
    String state = StudySites.text(states, written.state());
    String country = StudySites.text(countries, written.country());
    PlaceKey key = PlaceKey.of(name, state, country);
    PlaceId id =
        switch (kind) {
          case CITY -> PlaceId.city(key);
          case STATE -> PlaceId.state(key);
          case COUNTRY -> PlaceId.country(key);
          case ZIP, ZIP_PREFIX, CONDITION, INTERVENTION, SPONSOR, FACILITY ->
              throw new IllegalArgumentException(kind + " is no name of a site");
        };
    if (id.name().isEmpty() || id.text().length() > MAX_CHARS) {
      return Spelling.NONE;
    }
    return new Spelling(name, state, country, List.of(tally(id)));
  }

  private Spelling zip(Written written) throws IOException {
    String country = StudySites.text(countries, written.country());
    String key = PlaceKey.countryKey(country);
    PostalCode code = PostalCode.find(StudySites.text(zips, written.name()), key);
    if (code == null || key.length() > MAX_CHARS) {
      return Spelling.NONE;
    }
    List<PlaceTally> places = new ArrayList<>();
    places.add(tally(PlaceId.zip(NameKind.ZIP, code.code(), key)));
    if (!code.prefix().isEmpty()) {
      places.add(tally(PlaceId.zip(NameKind.ZIP_PREFIX, code.prefix(), key)));
    }
    return new Spelling(StudySites.text(zips, written.name()), "", country, places);
  }

  private PlaceTally tally(PlaceId id) {
    return tallies.computeIfAbsent(id, PlaceTally::new);
  }
}
