package org.studyatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SiteConditions;

/**
 * Tells for one study why an expression holds or does not: each part of the expression is put to
 * the study's block alone, by the queries that searches use. For one thread.
 */
public final class StudyExplainer {

  private final StudyBlock block;
  private final StudyBlock resolving;
  private final FieldMatches fields;

  /**
   * Explains a study.
   *
   * @param study number of its document in the index
   * @param resolved where sites are that a request asks for by their place
   */
  StudyExplainer(IndexSearcher searcher, int study, SitePoints resolved) throws IOException {
    this(
        StudyBlock.open(searcher, study, resolved.own()),
        StudyBlock.open(searcher, study, resolved));
  }

  private StudyExplainer(StudyBlock block, StudyBlock resolving) {
    this.block = block;
    this.resolving = resolving;
    this.fields = new FieldMatches(block);
  }

  /** Number of the study's sites. */
  public int sites() {
    return block.sites();
  }

  /**
   * Explains an expression and its parts.
   *
   * @throws OversizedQueryException if it has more parts than can be searched
   */
  public Explanation explain(Expr expr) throws IOException, OversizedQueryException {
    try {
      return explain(expr, Scope.STUDY, null);
    } catch (IndexSearcher.TooManyClauses e) {
      throw new OversizedQueryException(e);
    }
  }

  /**
   * Explains what a request demands of one and the same site.
   *
   * @throws OversizedQueryException if it has more parts than can be searched
   */
  public Explanation explain(SiteConditions sites) throws IOException, OversizedQueryException {
    return new StudyExplainer(resolving, resolving)
        .explain(new Expr.Search(Scope.SITE, SiteQueries.of(sites)));
  }

  /**
   * Explains a part.
   *
   * @param others sites at which all other conditions hold that are put to the same site; null if
   *     there are none
   */
  private Explanation explain(Expr expr, Scope scope, @Nullable BitSet others) throws IOException {
    BitSet found = block.matches(expr, scope);
    OptionalDouble nearest = OptionalDouble.empty();
    boolean amongOthers = others == null || !others.isEmpty();
    if (expr instanceof Expr.WithinDistance within) {
      nearest = nearest(within.center(), amongOthers ? others : null);
    }
    return new Explanation(
        expr,
        scope,
        !found.isEmpty(),
        scope == Scope.SITE ? block.ordinals(found) : List.of(),
        parts(expr, scope),
        fields.of(expr, scope),
        nearest,
        amongOthers);
  }

  private List<Explanation> parts(Expr expr, Scope scope) throws IOException {
    return switch (expr) {
      case Expr.And and -> together(and.operands(), scope);
      case Expr.Or or -> each(or.operands(), scope);
      case Expr.Not not -> each(List.of(not.operand()), scope);
      case Expr.Tilt tilt -> each(List.of(tilt.operand()), scope);
      case Expr.Search search -> each(List.of(search.operand()), search.scope());
      case Expr.Condition condition -> List.of();
    };
  }

  private List<Explanation> each(List<Expr> operands, Scope scope) throws IOException {
    List<Explanation> parts = new ArrayList<>(operands.size());
    for (Expr operand : operands) {
      parts.add(explain(operand, scope, null));
    }
    return parts;
  }

  /** A distance is judged by the nearest site that the other conditions leave. */
  private List<Explanation> together(List<Expr> operands, Scope scope) throws IOException {
    if (scope == Scope.STUDY) {
      return each(operands, scope);
    }
    List<Explanation> parts = new ArrayList<>(operands.size());
    for (Expr operand : operands) {
      BitSet others = null;
      if (operand instanceof Expr.WithinDistance) {
        List<Expr> rest = operands.stream().filter(other -> other != operand).toList();
        others = block.matches(Expr.allOf(rest), scope);
      }
      parts.add(explain(operand, scope, others));
    }
    return parts;
  }

  private OptionalDouble nearest(GeoPoint center, @Nullable BitSet among) throws IOException {
    double nearest = Double.POSITIVE_INFINITY;
    SitePoints.Segment points = block.points().open(block.segment());
    for (int site = block.first(); site < block.study(); site++) {
      if (among == null || among.get(site - block.first())) {
        nearest = Math.min(nearest, points.metersFrom(center, site));
      }
    }
    return Double.isFinite(nearest) ? OptionalDouble.of(nearest) : OptionalDouble.empty();
  }
}
