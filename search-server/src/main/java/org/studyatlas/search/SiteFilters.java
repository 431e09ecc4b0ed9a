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
 * kept: most searches ask for recruiting sites, or for those of the same few countries, and a group
 * of people asks for the sites around itself. Safe for use by many threads.
 */
final class SiteFilters {

  /** Half a megabyte each for the whole registry. */
  private static final int MOST_CONDITIONS = 16;

  /** The sites, their studies and perhaps an area: up to one and a half megabytes each. */
  private static final int MOST_SETS = 8;

  private final Latest<Expr> kept = new Latest<>(MOST_CONDITIONS);
  private final Latest<SiteConditions> keptNowhere = new Latest<>(MOST_SETS);
  private final Latest<Somewhere> keptSomewhere = new Latest<>(MOST_SETS);

  /** Conditions of which one is on where a site lies, and what tells that. */
  private record Somewhere(SiteConditions conditions, SitePoints points) {}

  /**
   * The sites that fulfil all conditions.
   *
   * @param conditions at least one
   * @param points that tell where sites are
   * @param compiler of the request, with the same points
   */
  KeptQuery of(SiteConditions conditions, SitePoints points, ExprCompiler compiler)
      throws IOException {
    if (!conditions.asksWhere()) {
      return KeptAllQuery.of(anywhere(conditions, compiler));
    }
    Somewhere key = new Somewhere(conditions, points);
    KeptQuery found = keptSomewhere.find(key);
    return found == null ? keptSomewhere.put(key, somewhere(conditions, compiler)) : found;
  }

  private KeptQuery somewhere(SiteConditions conditions, ExprCompiler compiler) throws IOException {
    List<KeptQuery> all = anywhere(conditions.anywhere(), compiler);
    for (Choice choice : SiteQueries.choices(conditions.onlyWhere())) {
      all.add(KeptQuery.of(compiler.sites(choice.expr())));
    }
    return KeptAllQuery.of(all);
  }

  private List<KeptQuery> anywhere(SiteConditions conditions, ExprCompiler compiler)
      throws IOException {
    List<KeptQuery> all = new ArrayList<>();
    for (Choice choice : SiteQueries.choices(conditions)) {
      all.add(keep(choice.expr(), compiler));
    }
    return all;
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
    if (found != null) {
      return found;
    }
    List<KeptQuery> all = anywhere(conditions, compiler);
    all.add(nowhere);
    return keptNowhere.put(conditions, KeptAllQuery.of(all));
  }

  private KeptQuery keep(Expr expr, ExprCompiler compiler) throws IOException {
    KeptQuery found = kept.find(expr);
    return found == null ? kept.put(expr, KeptQuery.of(compiler.sites(expr))) : found;
  }

  /** What was asked for last. */
  private static final class Latest<K> {
    private final Map<K, KeptQuery> queries;

    Latest(int most) {
      queries =
          new LinkedHashMap<>(most, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, KeptQuery> eldest) {
              return size() > most;
            }
          };
    }

    synchronized @Nullable KeptQuery find(K key) {
      return queries.get(key);
    }

    synchronized KeptQuery put(K key, KeptQuery sites) {
      queries.put(key, sites);
      return sites;
    }
  }
}
