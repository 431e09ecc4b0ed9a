package org.studyatlas.places;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.studyatlas.names.CountedName;
import org.studyatlas.names.NameFields;
import org.studyatlas.names.NameKind;
import org.studyatlas.names.PlaceName;
import org.studyatlas.names.PlaceWords;
import org.studyatlas.schema.NameFold;

/**
 * Completes words of which the last has one or two letters so far.
 *
 * <p>Thousands of words begin so, and a query would read the documents of all of them. But the most
 * frequent names come first in the index, and one of a few dozen names has such a word; so the
 * first names are looked at one by one. Only for two letters that these lack a query is asked.
 */
final class ShortBeginning {

  private static final int MAX_CHARS = 2;
  private static final int MAX_LOOKS = 2_000;

  private final NameSearch names;
  private final List<String> complete;
  private final String last;
  private final TypedWords others;
  private final TypedWords all;

  /**
   * Prepares.
   *
   * @param words folded; the last one is short
   */
  ShortBeginning(NameSearch names, List<String> words) {
    this.names = names;
    complete = words.subList(0, words.size() - 1);
    last = words.getLast();
    others = new TypedWords(complete, false, false);
    all = new TypedWords(words, true, false);
  }

  static boolean isShort(List<String> words) {
    return words.getLast().length() <= MAX_CHARS;
  }

  /**
   * The places of a kind, among them those with the most sites.
   *
   * @param count how many are enough; with so many a query is not asked
   */
  List<PlaceSearch.Found> places(PlaceSearch search, NameKind kind, Query filter, int count)
      throws IOException {
    Query query = others.anywhere(kind).add(filter, Occur.FILTER).build();
    PlaceSearch.Page page = search.first(query, count, MAX_LOOKS, this::fits);
    return isEnough(page.complete(), page.places().size(), count)
        ? page.places()
        : search.first(all.all(kind).add(filter, Occur.FILTER).build(), count);
  }

  /** The first names of a kind that is no place. */
  List<CountedName> words(NameKind kind, int count) throws IOException {
    NameSearch.Page<CountedName> page =
        names.first(
            others.anywhere(kind).build(),
            count,
            MAX_LOOKS,
            NameFields::counted,
            name -> begins(NameFold.words(name.name())));
    return isEnough(page.complete(), page.entries().size(), count)
        ? page.entries()
        : names.first(all.all(kind).build(), count, NameFields::counted);
  }

  private boolean isEnough(boolean complete, int found, int enough) {
    return complete || last.length() < MAX_CHARS || found >= enough;
  }

  private boolean fits(PlaceName place) {
    List<String> own = NameFold.words(place.name());
    if (begins(own)) {
      return true;
    }
    Set<String> beside = PlaceWords.besideName(place);
    return complete.stream().anyMatch(own::contains)
        && beside.stream().anyMatch(word -> word.startsWith(last));
  }

  private boolean begins(List<String> words) {
    return words.stream().anyMatch(word -> word.startsWith(last));
  }
}
