package org.studyatlas.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.query.Token.Kind;

/**
 * Reads the registry's query language, Essie. The grammar is in the documentation of this package.
 *
 * <p>A recursive descent over one token of look-ahead; time and memory are linear in the length of
 * the text. What is too long, too deep or too large is a {@link ParseException} like any other
 * fault; nothing else is ever thrown.
 */
public final class EssieParser {

  /** Greatest length of the text in characters. */
  public static final int MAX_LENGTH = 1 << 20;

  /** Greatest number of words, phrases, other conditions and prefixed operators together. */
  public static final int MAX_TERMS = 5_000;

  /** Greatest number of characters in all words and phrases together. */
  public static final int MAX_WORD_LENGTH = 1 << 16;

  /** Greatest number of parentheses, NOT, SEARCH and TILT within each other. */
  public static final int MAX_DEPTH = 200;

  private final Lexer lexer;
  private final SyntaxErrors errors;
  private Token token;
  private @Nullable Integer secondWord;
  private int terms;
  private int wordLength;
  private int depth;

  private EssieParser(String text, ParseContext context) throws ParseException {
    lexer = new Lexer(context, text);
    errors = new SyntaxErrors(lexer);
    token = lexer.next();
  }

  /**
   * The expression that the text is.
   *
   * @throws ParseException if it is none (also if it is blank), if a field, constant or value in it
   *     is not known, or if it exceeds a limit of this class
   */
  public static Expr parse(String text, ParseContext context) throws ParseException {
    if (text.length() > MAX_LENGTH) {
      throw new Spot(context, text, MAX_LENGTH)
          .fault("expression is longer than " + MAX_LENGTH + " characters");
    }
    EssieParser parser = new EssieParser(text, context);
    Expr expr = parser.alternatives(TermContext.of(context.target()));
    if (parser.token.kind() != Kind.END) {
      throw parser.errors.cannotFollow(parser.token, false, parser.secondWord);
    }
    return expr;
  }

  /** {@code or}: the lowest precedence. */
  private Expr alternatives(TermContext context) throws ParseException {
    List<Expr> operands = new ArrayList<>();
    operands.add(conjunction(context));
    while (token.kind() == Kind.OR) {
      advance();
      operands.add(conjunction(context));
    }
    return Expr.anyOf(operands);
  }

  /** {@code and}: operands separated by ANDs, commas or nothing. */
  private Expr conjunction(TermContext context) throws ParseException {
    skipCommas();
    List<Expr> operands = new ArrayList<>();
    operands.add(operand(context));
    while (true) {
      boolean operandDue = skipSeparators();
      if (!operandDue && !token.startsOperand()) {
        return Expr.allOf(operands);
      }
      operands.add(operand(context));
    }
  }

  private void skipCommas() throws ParseException {
    while (token.kind() == Kind.COMMA) {
      advance();
    }
  }

  /** Skips commas and ANDs; whether there was an AND, which needs an operand behind it. */
  private boolean skipSeparators() throws ParseException {
    boolean and = false;
    while (token.kind() == Kind.COMMA || token.kind() == Kind.AND) {
      and |= token.kind() == Kind.AND;
      advance();
    }
    return and;
  }

  /** {@code operand}: prefix operators, which apply from right to left, and a source. */
  private Expr operand(TermContext outer) throws ParseException {
    TermContext context = outer;
    Deque<UnaryOperator<Expr>> wrappers = new ArrayDeque<>();
    while (true) {
      Token prefix = token;
      switch (prefix.kind()) {
        case NOT -> wrappers.push(deeper(Expr.Not::new));
        case SEARCH -> wrappers.push(deeper(search(prefix)));
        case TILT -> wrappers.push(deeper(tilt(prefix)));
        case AREA -> context = context.inArea(prefix.value(), inBrackets(prefix));
        case COVERAGE -> context = context.covering(prefix.value(), inBrackets(prefix));
        case EXPANSION -> context = context.expanding(prefix.value(), inBrackets(prefix));
        case WORD,
            PHRASE,
            OPEN,
            CLOSE,
            COMMA,
            BRACKET,
            AND,
            OR,
            ALL,
            MISSING,
            RANGE,
            DISTANCE,
            END -> {
          return wrapped(source(context), wrappers);
        }
      }
      advance();
    }
  }

  private Expr wrapped(Expr source, Deque<UnaryOperator<Expr>> wrappers) {
    Expr expr = source;
    depth -= wrappers.size();
    for (UnaryOperator<Expr> wrapper : wrappers) {
      expr = wrapper.apply(expr);
    }
    return expr;
  }

  private UnaryOperator<Expr> search(Token prefix) throws ParseException {
    Scope scope =
        Scope.find(prefix.value())
            .orElseThrow(
                () ->
                    inBrackets(prefix)
                        .fault(
                            "Invalid search: " + SyntaxErrors.shortened(prefix.value()),
                            "write Study or Location"));
    return operand -> new Expr.Search(scope, operand);
  }

  private UnaryOperator<Expr> tilt(Token prefix) throws ParseException {
    Spot spot = inBrackets(prefix);
    Field field = TargetNames.field(prefix.value(), spot);
    FieldKind kind = field.kind();
    if (kind != FieldKind.DATE && kind != FieldKind.INTEGER && kind != FieldKind.TIME) {
      throw spot.fault(
          "TILT needs a field of dates, numbers or ages, `" + field.piece() + "` is none");
    }
    return operand -> new Expr.Tilt(field, operand);
  }

  /** {@code source}: what stands behind the prefixes. */
  private Expr source(TermContext context) throws ParseException {
    return switch (token.kind()) {
      case WORD -> words(context);
      case PHRASE -> phrase(context);
      case OPEN -> parentheses(context);
      case ALL -> leaf(new Expr.All());
      case MISSING -> leaf(new Expr.Missing(context.target()));
      case RANGE -> leaf(RangeResolver.range(context, token.value(), inBrackets(token)));
      case DISTANCE -> leaf(RangeResolver.distance(context, token.value(), inBrackets(token)));
      case CLOSE, COMMA, BRACKET, AND, OR, END, NOT, AREA, SEARCH, COVERAGE, EXPANSION, TILT ->
          throw errors.noOperand(token);
    };
  }

  private Expr leaf(Expr condition) throws ParseException {
    countTerm();
    advance();
    return condition;
  }

  private Expr words(TermContext context) throws ParseException {
    StringBuilder text = new StringBuilder();
    Spot spot = lexer.spot(token.start());
    Integer second = null;
    while (token.kind() == Kind.WORD) {
      countTerm();
      countCharacters(token);
      if (!text.isEmpty()) {
        text.append(' ');
        second = second == null ? (Integer) token.start() : second;
      }
      text.append(token.value());
      advance();
    }
    secondWord = second;
    return TermResolver.resolve(context, text.toString(), false, spot);
  }

  private Expr phrase(TermContext context) throws ParseException {
    if (token.value().isEmpty()) {
      throw errors.noOperand(token);
    }
    countCharacters(token);
    Spot spot = lexer.spot(token.start());
    return leaf(TermResolver.resolve(context, token.value(), true, spot));
  }

  private Expr parentheses(TermContext context) throws ParseException {
    enter();
    advance();
    Expr expr = alternatives(context);
    if (token.kind() != Kind.CLOSE) {
      throw errors.cannotFollow(token, true, secondWord);
    }
    advance();
    depth--;
    return expr;
  }

  private void advance() throws ParseException {
    token = lexer.next();
    secondWord = null;
  }

  private UnaryOperator<Expr> deeper(UnaryOperator<Expr> wrapper) throws ParseException {
    countTerm();
    enter();
    return wrapper;
  }

  private void enter() throws ParseException {
    if (++depth > MAX_DEPTH) {
      throw lexer
          .spot(token.start())
          .fault("expression is nested deeper than " + MAX_DEPTH + " levels");
    }
  }

  private void countTerm() throws ParseException {
    if (++terms > MAX_TERMS) {
      throw lexer
          .spot(token.start())
          .fault("expression has more than " + MAX_TERMS + " words and conditions");
    }
  }

  private void countCharacters(Token word) throws ParseException {
    wordLength += word.value().length();
    if (wordLength > MAX_WORD_LENGTH) {
      throw lexer
          .spot(word.start())
          .fault("expression has more than " + MAX_WORD_LENGTH + " characters in its words");
    }
  }

  /** Where the operand of an operator with brackets begins. */
  private Spot inBrackets(Token operator) {
    int bracket = lexer.raw(operator.start(), operator.end()).indexOf('[');
    return lexer.spot(operator.start() + bracket + 1);
  }
}
