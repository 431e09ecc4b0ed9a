package org.studyatlas.places;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PostalCode;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;

/**
 * Decides what a place name or postal code means: {@code Boston}, {@code Boston, MA}, {@code paris
 * france}, {@code 02115}, {@code SW1A 1AA, UK}.
 *
 * <p>What stands behind the first comma must be words of the place's state or country. Without a
 * comma the longest beginning that is a name counts. Of several places the one with the most sites
 * counts, where those of a city count tenfold, since a point is asked for.
 */
final class PlaceResolver {

  private static final int MAX_ENTRIES = 500;
  private static final int MAX_OTHERS = 10;
  private static final int MAX_SIMILAR = 3;
  private static final int CITY_WEIGHT = 10;

  private static final List<NameKind> NAMED =
      List.of(NameKind.CITY, NameKind.STATE, NameKind.COUNTRY);

  private static final Comparator<Place> MOST_LIKELY =
      comparing(
              (Place place) ->
                  -(long) place.sites() * (place.name().kind() == NameKind.CITY ? CITY_WEIGHT : 1))
          .thenComparing(Place::label);

  private final NameSearch names;
  private final PlaceCompleter completer;

  PlaceResolver(IndexSearcher searcher, PlaceCompleter completer) {
    this.names = new NameSearch(searcher);
    this.completer = completer;
  }

  Resolution resolve(String text) throws IOException {
    List<Place> places = postalCodes(text);
    if (places.isEmpty()) {
      places = named(text);
    }
    if (places.isEmpty()) {
      return new Resolution.Unknown(similar(text));
    }
    List<Place> located = places.stream().filter(place -> place.point().isPresent()).toList();
    if (located.isEmpty()) {
      return new Resolution.Nowhere(places.getFirst());
    }
    List<Place> others = located.subList(1, located.size());
    return new Resolution.Found(
        located.getFirst(), others.subList(0, Math.min(MAX_OTHERS, others.size())), others.size());
  }

  private List<Place> postalCodes(String text) throws IOException {
    String[] parts = text.split(",", 2);
    List<String> context = parts.length == 2 ? NameFold.words(parts[1]) : List.of();
    String country = parts.length == 2 ? PlaceKey.typedCountryKey(parts[1].strip()) : "";
    PostalCode code = PostalCode.find(parts[0], country);
    if (code == null) {
      return List.of();
    }
    List<Place> places = find(List.of(NameKind.ZIP), code.code(), context);
    if (places.isEmpty()) {
      places = find(List.of(NameKind.ZIP_PREFIX), code.code(), context);
    }
    if (places.isEmpty() && !code.prefix().isEmpty()) {
      places = find(List.of(NameKind.ZIP_PREFIX), code.prefix(), context);
    }
    return places;
  }

  private List<Place> named(String text) throws IOException {
    String[] parts = text.split(",", 2);
    if (parts.length == 2) {
      return find(NAMED, parts[0], NameFold.words(parts[1]));
    }
    List<String> words = NameFold.words(text);
    for (int end = words.size(); end > 0; end--) {
      String name = String.join(" ", words.subList(0, end));
      List<Place> places = find(NAMED, name, words.subList(end, words.size()));
      if (!places.isEmpty()) {
        return places;
      }
    }
    return List.of();
  }

  private List<Place> find(List<NameKind> kinds, String name, List<String> context)
      throws IOException {
    List<Place> places = new ArrayList<>();
    for (NameKind kind : kinds) {
      BooleanQuery.Builder query = TypedWords.ofKind(kind);
      query.add(new TermQuery(new Term(NameFields.NAME, NameFold.fold(name))), Occur.FILTER);
      for (String word : context) {
        query.add(new TermQuery(new Term(NameFields.CONTEXT, word)), Occur.FILTER);
      }
      places.addAll(Place.group(names.first(query.build(), MAX_ENTRIES, NameFields::place)));
    }
    places.sort(MOST_LIKELY);
    return places;
  }

  private List<String> similar(String text) throws IOException {
    List<String> similar = labels(text);
    @Nullable String name = text.contains(",") ? text.substring(0, text.indexOf(',')) : null;
    return similar.isEmpty() && name != null ? labels(name) : similar;
  }

  private List<String> labels(String text) throws IOException {
    PlaceCompleter.Request request =
        new PlaceCompleter.Request(text, EnumSet.copyOf(NAMED), "", MAX_SIMILAR);
    return completer.complete(request).stream()
        .map(completion -> completion.place().label())
        .toList();
  }
}
