package org.studyatlas.search;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.EnumType;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.fields.SearchArea;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Scope;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.study.NctId;

/** Finds the fields of a study that hold the words of an expression, and how they do. */
final class FieldMatches {

  private final StudyBlock block;
  private final FieldCatalogue catalogue = FieldCatalogue.standard();

  FieldMatches(StudyBlock block) {
    this.block = block;
  }

  /** The fields, the weightiest first; none for what asks no words. */
  List<Explanation.FieldMatch> of(Expr expr, Scope scope) throws IOException {
    SearchTarget target = target(expr);
    if (target == null || block.matches(expr, scope).isEmpty()) {
      return List.of();
    }
    List<Explanation.FieldMatch> matches = new ArrayList<>();
    for (Field field : Set.copyOf(target.fields())) {
      if (holds(narrowed(expr, field), scope)) {
        matches.add(
            new Explanation.FieldMatch(
                field, weight(target, field), expansion(expr, field, scope)));
      }
    }
    matches.sort(
        comparingDouble((Explanation.FieldMatch match) -> -match.weight())
            .thenComparing(match -> match.field().piece()));
    return matches;
  }

  private static @Nullable SearchTarget target(Expr expr) {
    if (expr instanceof Expr.Words words) {
      return words.target();
    }
    if (expr instanceof Expr.Prefix prefix) {
      return prefix.target();
    }
    return expr instanceof Expr.Fuzzy fuzzy ? fuzzy.target() : null;
  }

  private boolean holds(@Nullable Expr expr, Scope scope) throws IOException {
    return expr != null && !block.matches(expr, scope).isEmpty();
  }

  /** The same of one field alone; null if the field cannot hold the words. */
  private @Nullable Expr narrowed(Expr expr, Field field) {
    SearchTarget alone = new SearchTarget.OfField(field);
    if (field.kind() != FieldKind.TEXT) {
      return expr instanceof Expr.Words words ? exactly(field, words.text()) : null;
    }
    if (expr instanceof Expr.Words words) {
      return with(words, alone, words.expansion());
    }
    if (expr instanceof Expr.Prefix prefix) {
      return new Expr.Prefix(alone, prefix.text());
    }
    return expr instanceof Expr.Fuzzy fuzzy
        ? new Expr.Fuzzy(alone, fuzzy.word(), fuzzy.edits())
        : null;
  }

  private static Expr with(Expr.Words words, SearchTarget target, Expansion expansion) {
    return new Expr.Words(target, words.text(), words.phrase(), expansion, words.coverage());
  }

  /** In a field of constants or ids the words as a whole are one. */
  private @Nullable Expr exactly(Field field, String text) {
    return switch (field.kind()) {
      case ENUM ->
          field
              .findEnumType()
              .map(catalogue::getEnum)
              .flatMap((EnumType type) -> type.find(text))
              .<Expr>map(constant -> new Expr.EnumIs(field, constant))
              .orElse(null);
      case NCT ->
          NctId.find(text)
              .<Expr>map(id -> new Expr.IdIs(new SearchTarget.OfField(field), List.of(id)))
              .orElse(null);
      case TEXT, BOOLEAN, KEYWORD, DATE, INTEGER, TIME, GEO, STRUCT -> null;
    };
  }

  private @Nullable Expansion expansion(Expr expr, Field field, Scope scope) throws IOException {
    if (!(expr instanceof Expr.Words words) || field.kind() != FieldKind.TEXT) {
      return null;
    }
    Set<Expansion> effective = new TreeSet<>();
    for (Expansion expansion : Expansion.values()) {
      effective.add(expansion.effective(words.phrase(), words.coverage()));
    }
    SearchTarget alone = new SearchTarget.OfField(field);
    for (Expansion expansion : effective) {
      boolean narrower = expansion.compareTo(words.expansion()) < 0;
      if (narrower && holds(with(words, alone, expansion), scope)) {
        return expansion;
      }
    }
    return words.expansion();
  }

  private static double weight(SearchTarget target, Field field) {
    return switch (target) {
      case SearchTarget.OfField of -> 1;
      case SearchTarget.OfArea(SearchArea area) -> weight(area, field).orElse(1.0);
    };
  }

  private static Optional<Double> weight(SearchArea area, Field field) {
    return area.parts().stream()
        .filter(part -> part.pieces().contains(field.piece()))
        .map(SearchArea.Part::weight)
        .max(Double::compare);
  }
}
