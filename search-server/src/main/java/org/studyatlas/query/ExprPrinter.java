package org.studyatlas.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.study.Age;

/**
 * Writes an expression as text in normal form: the text by which two queries can be compared and a
 * search be repeated.
 *
 * <p>In normal form every condition names its own target, so that the text means the same in any
 * parameter; operators are upper case with one blank around them; parentheses stand only where
 * precedence needs them; dates, numbers and ages are ranges; distances are in kilometres, ages in
 * the greatest unit that is exact; expansion and coverage stand only where they are not the
 * default. {@link EssieParser} reads it back as an equal expression, provided that the expression
 * keeps the limits of the language and has nothing in it that the language lacks: beginnings of
 * words ({@code word*}), other spellings ({@code word~1}), boxes and areas.
 */
public final class ExprPrinter {

  /** What surrounds an expression, from the loosest to the tightest. */
  private enum Level {
    ALTERNATIVE,
    CONJUNCT,
    OPERAND
  }

  private final StringBuilder text = new StringBuilder();
  private boolean essie = true;

  private ExprPrinter() {}

  /** The text. */
  public static String print(Expr expr) {
    ExprPrinter printer = new ExprPrinter();
    printer.write(expr, Level.ALTERNATIVE);
    return printer.text.toString();
  }

  /** The text, or empty if it has something in it that the language lacks. */
  public static Optional<String> findEssie(Expr expr) {
    ExprPrinter printer = new ExprPrinter();
    printer.write(expr, Level.ALTERNATIVE);
    return printer.essie ? Optional.of(printer.text.toString()) : Optional.empty();
  }

  private void write(Expr expr, Level level) {
    switch (expr) {
      case Expr.Or or -> list(or.operands(), " OR ", Level.ALTERNATIVE, level);
      case Expr.And and -> list(and.operands(), " AND ", Level.CONJUNCT, level);
      case Expr.Not not -> prefixed("NOT ", not.operand());
      case Expr.Search search ->
          prefixed(brackets("SEARCH", search.scope().operand()), search.operand());
      case Expr.Tilt tilt -> prefixed(brackets("TILT", tilt.field().piece()), tilt.operand());
      case Expr.Condition condition -> condition(condition, level);
    }
  }

  private void condition(Expr.Condition condition, Level level) {
    switch (condition) {
      case Expr.IdIs is -> ids(is, level);
      case Expr.All all -> text.append("ALL");
      case Expr.Words words -> words(words);
      case Expr.EnumIs is -> area(is.field().piece()).append(value(is.constant()));
      case Expr.BooleanIs is -> area(is.field().piece()).append(is.value());
      case Expr.KeywordIs is -> area(is.field().piece()).append(EssieText.quoted(is.value()));
      case Expr.DateRange r -> range(r.field().piece(), r.low(), r.high(), Object::toString);
      case Expr.MinuteRange r -> range(r.field().piece(), r.low(), r.high(), Object::toString);
      case Expr.NumberRange r -> range(r.field().piece(), r.low(), r.high(), Object::toString);
      case Expr.AgeRange r ->
          range(r.field().piece(), r.low(), r.high(), age -> AgeText.write((Age) age));
      case Expr.SizeRange r ->
          range(r.field().piece() + ":size", r.low(), r.high(), Object::toString);
      case Expr.Missing missing -> area(missing.target().name()).append("MISSING");
      case Expr.WithinDistance within -> distance(within);
      case Expr.WithinBox within ->
          foreign(within.field().piece(), brackets("BOX", within.box().toString()));
      case Expr.WithinArea within ->
          foreign(within.field().piece(), brackets("AREA", AreaText.write(within.area())));
      case Expr.Prefix prefix ->
          foreign(prefix.target().name(), EssieText.unquoted(prefix.text()) + '*');
      case Expr.Fuzzy fuzzy ->
          foreign(fuzzy.target().name(), EssieText.unquoted(fuzzy.word()) + '~' + fuzzy.edits());
    }
  }

  /** What the language lacks, written in its manner. */
  private void foreign(String name, String condition) {
    essie = false;
    area(name).append(condition);
  }

  private void list(List<Expr> operands, String separator, Level own, Level level) {
    boolean parentheses = own.compareTo(level) < 0;
    text.append(parentheses ? "(" : "");
    String before = "";
    for (Expr operand : operands) {
      text.append(before);
      write(operand, own == Level.ALTERNATIVE ? Level.ALTERNATIVE : Level.CONJUNCT);
      before = separator;
    }
    text.append(parentheses ? ")" : "");
  }

  private void prefixed(String prefix, Expr operand) {
    text.append(prefix);
    write(operand, Level.OPERAND);
  }

  /** Several ids are alternatives to each other. */
  private void ids(Expr.IdIs is, Level level) {
    String area = brackets("AREA", is.target().name());
    boolean parentheses = is.ids().size() > 1 && level != Level.ALTERNATIVE;
    text.append(
        is.ids().stream()
            .map(id -> area + id)
            .collect(Collectors.joining(" OR ", parentheses ? "(" : "", parentheses ? ")" : "")));
  }

  private void words(Expr.Words words) {
    area(words.target().name());
    if (words.coverage() != Coverage.CONTAINS) {
      text.append(brackets("COVERAGE", words.coverage().operand()));
    }
    if (words.expansion() != Expansion.RELAXATION.effective(words.phrase(), words.coverage())) {
      text.append(brackets("EXPANSION", words.expansion().operand()));
    }
    String written = words.text();
    text.append(words.phrase() ? EssieText.quoted(written) : EssieText.unquoted(written));
  }

  private <T> void range(
      String name, @Nullable T low, @Nullable T high, Function<Object, String> write) {
    String from = low == null ? "MIN" : write.apply(low);
    String to = high == null ? "MAX" : write.apply(high);
    area(name).append(brackets("RANGE", from + ", " + to));
  }

  private void distance(Expr.WithinDistance within) {
    GeoPoint center = within.center();
    String operand = degrees(center.lat()) + ", " + degrees(center.lon()) + ", " + within.radius();
    area(within.field().piece()).append(brackets("DISTANCE", operand));
  }

  private static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }

  /** A constant that is an operator (the sex ALL) needs quotes. */
  private static String value(String constant) {
    return EssieText.OPERATORS.contains(constant) ? EssieText.quoted(constant) : constant;
  }

  private StringBuilder area(String name) {
    return text.append(brackets("AREA", name));
  }

  private static String brackets(String operator, String operand) {
    return operator + "[" + operand + "]";
  }
}
