package org.studyatlas.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.fields.Field;

/** Which areas and fields an expression looks at: what the registry calls {@code @query}. */
public final class SearchedTargets {

  private final Set<SearchTarget> targets = new LinkedHashSet<>();

  private SearchedTargets() {}

  /** The targets of all conditions, each once, in the order of the expression. */
  public static List<SearchTarget> of(Expr expr) {
    SearchedTargets searched = new SearchedTargets();
    searched.add(expr);
    return List.copyOf(searched.targets);
  }

  /** Their fields that a record can hold: what {@code fields=@query} stands for. */
  public static Set<Field> fields(Expr expr) {
    Set<Field> fields = new LinkedHashSet<>();
    of(expr).forEach(target -> fields.addAll(target.fields()));
    fields.removeIf(Field::indexedOnly);
    return fields;
  }

  private void add(Expr expr) {
    switch (expr) {
      case Expr.And and -> and.operands().forEach(operand -> add(operand));
      case Expr.Or or -> or.operands().forEach(operand -> add(operand));
      case Expr.Not not -> add(not.operand());
      case Expr.Search search -> add(search.operand());
      case Expr.Tilt tilt -> add(tilt.operand());
      case Expr.Condition condition -> add(condition);
    }
  }

  private void add(Expr.Condition condition) {
    switch (condition) {
      case Expr.All all -> {}
      case Expr.Words words -> targets.add(words.target());
      case Expr.Prefix prefix -> targets.add(prefix.target());
      case Expr.Fuzzy fuzzy -> targets.add(fuzzy.target());
      case Expr.IdIs is -> targets.add(is.target());
      case Expr.Missing missing -> targets.add(missing.target());
      case Expr.EnumIs is -> targets.add(new SearchTarget.OfField(is.field()));
      case Expr.BooleanIs is -> targets.add(new SearchTarget.OfField(is.field()));
      case Expr.KeywordIs is -> targets.add(new SearchTarget.OfField(is.field()));
      case Expr.DateRange range -> targets.add(new SearchTarget.OfField(range.field()));
      case Expr.MinuteRange range -> targets.add(new SearchTarget.OfField(range.field()));
      case Expr.NumberRange range -> targets.add(new SearchTarget.OfField(range.field()));
      case Expr.AgeRange range -> targets.add(new SearchTarget.OfField(range.field()));
      case Expr.SizeRange range -> targets.add(new SearchTarget.OfField(range.field()));
      case Expr.WithinDistance within -> targets.add(new SearchTarget.OfField(within.field()));
      case Expr.WithinBox within -> targets.add(new SearchTarget.OfField(within.field()));
      case Expr.WithinArea within -> targets.add(new SearchTarget.OfField(within.field()));
    }
  }
}
