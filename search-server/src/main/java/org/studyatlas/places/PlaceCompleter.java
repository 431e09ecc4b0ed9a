package org.studyatlas.places;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PlaceName;
import org.studyatlas.names.PostalCode;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;

/** Completes what was typed of a place's name. */
final class PlaceCompleter {

  /** A city may have so many entries, one per state that its sites write. */
  private static final int ENTRIES_PER_PLACE = 5;

  /** With fewer exact completions those with a typo are looked for. */
  private static final int FEW = 3;

  /** Most entries of one name; London has some 40. */
  private static final int MAX_NAMESAKES = 500;

  /** Most sites first; of equal ones the wider place, then by name. */
  private static final Comparator<PlaceName> BY_SITES =
      comparing((PlaceName place) -> -place.sites())
          .thenComparing(PlaceName::kind)
          .thenComparing(PlaceName::name);

  private final NameSearch names;

  PlaceCompleter(IndexSearcher searcher) {
    names = new NameSearch(searcher);
  }

  /**
   * What was asked for.
   *
   * @param text as typed
   * @param kinds of places
   * @param country see {@link PlaceKey#countryKey}; empty for any
   * @param limit how many places to give
   */
  record Request(String text, Set<NameKind> kinds, String country, int limit) {

    /** Codes have a digit, so that without one nothing is lost. */
    Request withoutPostalCodes() {
      Set<NameKind> named = EnumSet.of(NameKind.COUNTRY, NameKind.STATE, NameKind.CITY);
      named.retainAll(kinds);
      return new Request(text, named, country, limit);
    }
  }

  List<Completion> complete(Request asked) throws IOException {
    List<String> words = words(asked.text());
    if (words.isEmpty()) {
      return List.of();
    }
    boolean canBeCode = asked.text().chars().anyMatch(Character::isDigit);
    Request request = canBeCode ? asked : asked.withoutPostalCodes();
    Set<PlaceName> entries = new LinkedHashSet<>(find(request, words, Match.WHOLE_NAME));
    entries.addAll(find(request, words, Match.BEGINNING));
    List<Place> exact = first(entries, request.limit());
    List<Completion> completions = new ArrayList<>();
    Map<String, Integer> namesakes = new HashMap<>();
    for (Place place : exact) {
      completions.add(new Completion(place, namesakes(place, namesakes), false));
    }
    if (exact.size() < Math.min(FEW, request.limit())) {
      entries.addAll(find(request, words, Match.TYPO));
      List<Place> all = first(entries, request.limit());
      for (Place place : all.subList(exact.size(), all.size())) {
        completions.add(new Completion(place, namesakes(place, namesakes), true));
      }
    }
    return completions;
  }

  private enum Match {
    WHOLE_NAME,
    BEGINNING,
    TYPO
  }

  /** A postal code is one word, however it is written. */
  private static List<String> words(String text) {
    PostalCode code = text.contains(",") ? null : PostalCode.find(text, "");
    return code == null ? NameFold.words(text) : List.of(NameFold.fold(code.code()));
  }

  private List<PlaceName> find(Request request, List<String> words, Match match)
      throws IOException {
    Query country = country(request.country());
    int count = ENTRIES_PER_PLACE * request.limit();
    boolean beginning = match == Match.BEGINNING;
    boolean isShort = beginning && ShortBeginning.isShort(words);
    ShortBeginning shortWords = new ShortBeginning(names, words);
    TypedWords typed = new TypedWords(words, true, match == Match.TYPO);
    List<PlaceName> found = new ArrayList<>();
    for (NameKind kind : request.kinds()) {
      if (isShort) {
        found.addAll(shortWords.places(kind, country, request.limit(), count));
        continue;
      }
      BooleanQuery.Builder query =
          match == Match.WHOLE_NAME
              ? TypedWords.ofKind(kind).add(named(String.join(" ", words)), Occur.FILTER)
              : typed.all(kind);
      query.add(country, Occur.FILTER);
      found.addAll(names.first(query.build(), count, NameFields::place));
    }
    found.sort(BY_SITES);
    return found;
  }

  private static Query country(String country) {
    return country.isEmpty()
        ? new MatchAllDocsQuery()
        : new TermQuery(new Term(NameFields.COUNTRY, country));
  }

  private static TermQuery named(String folded) {
    return new TermQuery(new Term(NameFields.NAME, folded));
  }

  private static List<Place> first(Set<PlaceName> entries, int limit) {
    List<Place> places = Place.group(List.copyOf(entries));
    return places.subList(0, Math.min(limit, places.size()));
  }

  private int namesakes(Place place, Map<String, Integer> known) throws IOException {
    NameKind kind = place.name().kind();
    String folded = NameFold.fold(place.name().name());
    String key = kind + " " + folded;
    Integer count = known.get(key);
    if (count == null) {
      count = Math.max(1, named(kind, folded).size());
      known.put(key, count);
    }
    return count;
  }

  /** All places of a kind that have that name. */
  List<Place> named(NameKind kind, String folded) throws IOException {
    BooleanQuery query = TypedWords.ofKind(kind).add(named(folded), Occur.FILTER).build();
    return Place.group(names.first(query, MAX_NAMESAKES, NameFields::place));
  }
}
