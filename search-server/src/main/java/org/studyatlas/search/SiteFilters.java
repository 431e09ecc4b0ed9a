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

  /** Of each kind. Half a megabyte each for the whole registry, twice that with the studies. */
  private static final int MOST_KEPT = 16;

  private final Latest<Expr> kept = new Latest<>();
  private final Latest<SiteConditions> keptNowhere = new Latest<>();

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

  /**
   * Those of the sites that nothing tells the place of that fulfil all conditions. Their studies
   * are kept with them.
   *
   * @param conditions at least one, and none on where a site lies
   * @param nowhere all sites of the generation that nothing tells the place of
   * @param compiler of the request
   */
  KeptQuery nowhere(SiteConditions conditions, KeptQuery nowhere, ExprCompiler compiler)
      throws IOException {
    KeptQuery found = keptNowhere.find(conditions);
    return found == null
        ? keptNowhere.put(conditions, KeptAllQuery.of(List.of(nowhere, of(conditions, compiler))))
        : found;
  }

  private KeptQuery keep(Expr expr, ExprCompiler compiler) throws IOException {
    KeptQuery found = kept.find(expr);
    return found == null ? kept.put(expr, KeptQuery.of(compiler.sites(expr))) : found;
  }

  /** What was asked for last. */
  private static final class Latest<K> {
    private final Map<K, KeptQuery> queries =
        new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, KeptQuery> eldest) {
            return size() > MOST_KEPT;
          }
        };

    synchronized @Nullable KeptQuery find(K key) {
      return queries.get(key);
    }

    synchronized KeptQuery put(K key, KeptQuery sites) {
      queries.put(key, sites);
      return sites;
    }
  }
}
