package org.studyatlas.places;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.studyatlas.names.CountedName;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.schema.NameFold;

/** Completes names of conditions, interventions, sponsors and facilities. */
final class NameSuggester {

  /** With fewer exact completions those with a typo are looked for. */
  private static final int FEW = 3;

  private final NameSearch names;

  NameSuggester(IndexSearcher searcher) {
    names = new NameSearch(searcher);
  }

  /**
   * The names of one kind that have all the words that were typed, in any order, most studies
   * first.
   */
  List<Suggestion> suggest(String text, NameKind kind, int limit) throws IOException {
    List<String> words = NameFold.words(text);
    if (words.isEmpty()) {
      return List.of();
    }
    Set<CountedName> found = new LinkedHashSet<>(exact(words, kind, limit));
    List<Suggestion> suggestions = new ArrayList<>();
    found.forEach(name -> suggestions.add(new Suggestion(name, false)));
    if (found.size() < Math.min(FEW, limit)) {
      for (CountedName name :
          names.first(
              new TypedWords(words, true, true).all(kind).build(), limit, NameFields::counted)) {
        if (suggestions.size() < limit && found.add(name)) {
          suggestions.add(new Suggestion(name, true));
        }
      }
    }
    return suggestions;
  }

  private List<CountedName> exact(List<String> words, NameKind kind, int limit) throws IOException {
    return ShortBeginning.isShort(words)
        ? new ShortBeginning(names, words).words(kind, limit)
        : names.first(
            new TypedWords(words, true, false).all(kind).build(), limit, NameFields::counted);
  }
}
