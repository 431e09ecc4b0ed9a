package org.studyatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.studyatlas.study.NctId;

/**
 * Queries that are nothing but NCT ids. Where a {@code query.*} parameter of the registry is one,
 * it means these studies, and all filters of the request are ignored.
 */
public final class IdList {

  private static final SearchTarget IDS = SearchTarget.area("NCTIdSearch");

  private IdList() {}

  /** The ids, if the text is one or more of them separated by commas or blanks, else empty. */
  public static Optional<List<NctId>> find(String text) {
    List<NctId> ids = new ArrayList<>();
    for (String word : EssieText.normalize(text.replace(',', ' ')).split(" ")) {
      Optional<NctId> id = NctId.find(word);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id.get());
    }
    return Optional.of(List.copyOf(ids));
  }

  /**
   * Studies with any of the ids, or whose former ids they are.
   *
   * @param ids at least one
   */
  public static Expr expr(List<NctId> ids) {
    return new Expr.IdIs(IDS, ids);
  }
}
