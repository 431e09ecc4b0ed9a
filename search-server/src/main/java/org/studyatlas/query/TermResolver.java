package org.studyatlas.query;

import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.query.SearchTarget.OfArea;
import org.studyatlas.query.SearchTarget.OfField;

/** Turns a term into the condition that it states about its target. */
final class TermResolver {

  private TermResolver() {}

  /**
   * The condition.
   *
   * @param text the words, separated by one blank each
   * @param phrase whether they were quoted
   */
  static Expr resolve(TermContext context, String text, boolean phrase, Spot spot)
      throws ParseException {
    return switch (context.target()) {
      case OfArea area -> area.onlyIds() ? id(context, text, spot) : words(context, text, phrase);
      case OfField(Field field) ->
          context.size()
              ? new Expr.SizeRange(
                  field, ValueReader.ceiling(text, spot), ValueReader.floor(text, spot))
              : onField(field, context, text, phrase, spot);
    };
  }

  private static Expr onField(
      Field field, TermContext context, String text, boolean phrase, Spot spot)
      throws ParseException {
    return switch (field.kind()) {
      case TEXT -> words(context, text, phrase);
      case NCT -> id(context, text, spot);
      case ENUM -> new Expr.EnumIs(field, ValueReader.constant(field, text, spot));
      case BOOLEAN -> new Expr.BooleanIs(field, ValueReader.bool(text, spot));
      case KEYWORD -> new Expr.KeywordIs(field, text);
      case DATE -> DateResolver.range(field, text, text, spot);
      case INTEGER ->
          new Expr.NumberRange(
              field, ValueReader.ceiling(text, spot), ValueReader.floor(text, spot));
      case TIME ->
          new Expr.AgeRange(field, ValueReader.age(text, spot), ValueReader.age(text, spot));
      case GEO ->
          throw spot.fault("Words cannot be searched in `" + field.piece() + "`", "use DISTANCE");
      case STRUCT ->
          throw spot.fault(
              "Words cannot be searched in the structure `" + field.piece() + "`",
              "name one of its fields");
    };
  }

  private static Expr words(TermContext context, String text, boolean phrase) {
    Expansion expansion = context.expansion().effective(phrase, context.coverage());
    return new Expr.Words(context.target(), text, phrase, expansion, context.coverage());
  }

  private static Expr id(TermContext context, String text, Spot spot) throws ParseException {
    return new Expr.IdIs(context.target(), List.of(ValueReader.id(text, spot)));
  }
}
