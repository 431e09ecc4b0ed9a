package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.query.Choice;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SiteConditions;

/**
 * The sites that fulfil a condition, of one generation. Those of the conditions asked for last are
 * kept: most searches ask for recruiting sites, or for those of the same few countries. Safe for
 * use by many threads.
 */
final class SiteFilters {

  /** Half a megabyte each for the whole registry. */
  private static final int MOST_KEPT = 16;

  private final Map<Expr, KeptQuery> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Expr, KeptQuery> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * The sites that fulfil all conditions.
   *
   * @param conditions at least one
   * @param compiler of the request
   */
  KeptQuery of(SiteConditions conditions, ExprCompiler compiler) throws IOException {
    List<KeptQuery> all = new ArrayList<>();
    for (Choice choice : SiteQueries.choices(conditions.anywhere())) {
      all.add(keep(choice.expr(), compiler));
    }
    // Where a site lies is not kept: few requests ask for the same circle.
    for (Choice choice : SiteQueries.choices(conditions.onlyWhere())) {
      all.add(KeptQuery.of(compiler.sites(choice.expr())));
    }
    return KeptAllQuery.of(all);
  }

  private KeptQuery keep(Expr expr, ExprCompiler compiler) throws IOException {
    KeptQuery found = find(expr);
    return found == null ? put(expr, KeptQuery.of(compiler.sites(expr))) : found;
  }

  private synchronized @Nullable KeptQuery find(Expr expr) {
    return kept.get(expr);
  }

  private synchronized KeptQuery put(Expr expr, KeptQuery sites) {
    kept.put(expr, sites);
    return sites;
  }
}
