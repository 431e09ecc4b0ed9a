package org.studyatlas.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.studyatlas.names.PostalCode;
import org.studyatlas.schema.NameFold;
import org.studyatlas.schema.PlaceKey;

/** Completes what was typed of a place's name. */
final class PlaceCompleter {

  /** With fewer exact completions those with a typo are looked for. */
  private static final int FEW = 3;

  /** Most entries of one name; London has some 40. */
  private static final int MAX_NAMESAKES = 500;

  private final NameSearch names;
  private final PlaceSearch places;

  PlaceCompleter(IndexSearcher searcher) {
    names = new NameSearch(searcher);
    places = new PlaceSearch(names);
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
    Map<Long, Place> found = new LinkedHashMap<>();
    find(request, words, Match.WHOLE_NAME, found);
    find(request, words, Match.BEGINNING, found);
    int exact = found.size();
    if (exact < Math.min(FEW, request.limit())) {
      find(request, words, Match.TYPO, found);
    }
    List<Completion> completions = new ArrayList<>();
    Map<String, Integer> namesakes = new HashMap<>();
    for (Place place : found.values()) {
      if (completions.size() < request.limit()) {
        boolean corrected = completions.size() >= exact;
        completions.add(new Completion(place, namesakes(place, namesakes), corrected));
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

  /** Adds the places that match and are not there yet, those with the most sites first. */
  private void find(Request request, List<String> words, Match match, Map<Long, Place> known)
      throws IOException {
    Query country = country(request.country());
    boolean isShort = match == Match.BEGINNING && ShortBeginning.isShort(words);
    ShortBeginning shortWords = new ShortBeginning(names, words);
    TypedWords typed = new TypedWords(words, true, match == Match.TYPO);
    List<PlaceSearch.Found> found = new ArrayList<>();
    for (NameKind kind : request.kinds()) {
      if (isShort) {
        found.addAll(shortWords.places(places, kind, country, request.limit()));
        continue;
      }
      BooleanQuery.Builder query =
          match == Match.WHOLE_NAME
              ? TypedWords.ofKind(kind).add(named(String.join(" ", words)), Occur.FILTER)
              : typed.all(kind);
      query.add(country, Occur.FILTER);
      found.addAll(places.first(query.build(), request.limit()));
    }
    found.sort(PlaceSearch.Found.BY_SITES);
    found.forEach(place -> known.putIfAbsent(place.id(), place.place()));
  }

  private static Query country(String country) {
    return country.isEmpty()
        ? new MatchAllDocsQuery()
        : new TermQuery(new Term(NameFields.COUNTRY, country));
  }

  private static TermQuery named(String folded) {
    return new TermQuery(new Term(NameFields.NAME, folded));
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
