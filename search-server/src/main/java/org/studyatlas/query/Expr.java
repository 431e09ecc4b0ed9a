package org.studyatlas.query;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldKind;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Distance;
import org.studyatlas.geo.GeoPoint;
import org.studyatlas.geo.Polygon;
import org.studyatlas.study.Age;
import org.studyatlas.study.NctId;

/**
 * A query as data: which studies match, and how strongly.
 *
 * <p>Everything in it is resolved: fields exist, enum constants are allowed, numbers, dates and
 * ages are read. It knows nothing of an engine; {@code equals} works, and {@link ExprPrinter}
 * writes any of it as text that {@link EssieParser} reads back as an equal one. {@link #allOf} and
 * {@link #anyOf} are the usual way to combine; they keep the normal form.
 */
public sealed interface Expr {

  /** Matches no study: {@code NOT ALL}. */
  Expr NOTHING = new Not(new All());

  /**
   * An expression without operands. Whoever goes down an expression can treat these in a method of
   * its own: what calls itself two hundred levels deep has to be small, since a method with a case
   * for each takes kilobytes of the stack at each level.
   */
  sealed interface Condition extends Expr {}

  /**
   * All operands match; their scores add up.
   *
   * @param operands at least two, none of them an {@code And}
   */
  record And(List<Expr> operands) implements Expr {
    /** Copies the list and checks it. */
    public And {
      operands = List.copyOf(operands);
      check(operands.size() >= 2, "AND needs two operands");
      check(operands.stream().noneMatch(And.class::isInstance), "AND in AND: use Expr.allOf");
    }
  }

  /**
   * At least one operand matches; the scores of those that do add up.
   *
   * @param operands at least two, none of them an {@code Or}, at most one {@link IdIs} a target
   */
  record Or(List<Expr> operands) implements Expr {
    /** Copies the list and checks it. */
    public Or {
      operands = List.copyOf(operands);
      check(operands.size() >= 2, "OR needs two operands");
      check(Operands.inOr(operands).equals(operands), "OR in OR: use Expr.anyOf");
    }
  }

  /** The operand does not match, be it that the study lacks the field. Does not score. */
  record Not(Expr operand) implements Expr {}

  /** Every study. */
  record All() implements Condition {}

  /** The operand's conditions hold together within the scope. */
  record Search(Scope scope, Expr operand) implements Expr {}

  /**
   * Matches as the operand does, but greater (newer) values of the field score higher.
   *
   * @param field of dates, numbers or ages
   * @param operand what to match
   */
  record Tilt(Field field, Expr operand) implements Expr {
    /** Checks the kind of field. */
    public Tilt {
      check(field, FieldKind.DATE, FieldKind.INTEGER, FieldKind.TIME);
    }
  }

  /**
   * The words occur in one field of the target.
   *
   * <p>On an area whose pieces are of several kinds, what the words mean for a piece that is no
   * text (an enum constant, an NCT id) is up to the search.
   *
   * @param target an area, or a field of text
   * @param text the words as the user wrote them, separated by one blank each
   * @param phrase whether they stand in this order without gaps (they were quoted)
   * @param expansion the one that takes effect, see {@link Expansion#effective}
   * @param coverage how much of the value they cover
   */
  record Words(
      SearchTarget target, String text, boolean phrase, Expansion expansion, Coverage coverage)
      implements Condition {
    /** Checks the target and that the parts fit together. */
    public Words {
      if (target instanceof SearchTarget.OfField(Field field)) {
        check(field, FieldKind.TEXT);
      }
      check(!target.onlyIds(), target.name() + " holds ids: use IdIs");
      check(!text.isEmpty() && text.equals(EssieText.normalize(text)), "words with odd blanks");
      check(expansion == expansion.effective(phrase, coverage), "expansion has no effect");
    }

    /**
     * Words side by side that are no phrase, with their blanks put in order.
     *
     * @param text with at least one character that is no blank
     */
    public static Words of(
        SearchTarget target, String text, Expansion expansion, Coverage coverage) {
      return new Words(
          target, EssieText.normalize(text), false, expansion.effective(false, coverage), coverage);
    }

    /** The words one by one. */
    public List<String> words() {
      return List.of(text.split(" "));
    }
  }

  /**
   * A value is that constant.
   *
   * @param field of kind ENUM
   * @param constant one of its enumeration's, in the registry's spelling
   */
  record EnumIs(Field field, String constant) implements Condition {
    /** Checks the kind of field. */
    public EnumIs {
      check(field, FieldKind.ENUM);
    }
  }

  /** A value of the field (kind BOOLEAN) is that. */
  record BooleanIs(Field field, boolean value) implements Condition {
    /** Checks the kind of field. */
    public BooleanIs {
      check(field, FieldKind.BOOLEAN);
    }
  }

  /** A value of the field (kind KEYWORD) is exactly that string. */
  record KeywordIs(Field field, String value) implements Condition {
    /** Checks the kind of field. */
    public KeywordIs {
      check(field, FieldKind.KEYWORD);
      check(!value.isEmpty() && value.equals(EssieText.normalize(value)), "odd blanks");
    }
  }

  /**
   * A value of the target is one of the ids.
   *
   * @param target a field of kind NCT or an area of nothing but such fields
   * @param ids at least one, sorted, each once
   */
  record IdIs(SearchTarget target, List<NctId> ids) implements Condition {
    /** Sorts the ids and checks the target. */
    public IdIs {
      ids = ids.stream().sorted().distinct().toList();
      check(!ids.isEmpty(), "at least one id");
      check(target.onlyIds(), target.name() + " does not hold ids");
    }
  }

  /**
   * A date of the field lies in the period, both ends included. A partial date of a study counts as
   * its first day. Studies without a date never match, not even with both ends open.
   *
   * @param field of kind DATE
   * @param low first day, null for open
   * @param high last day, null for open; below {@code low} nothing matches
   */
  record DateRange(Field field, @Nullable LocalDate low, @Nullable LocalDate high)
      implements Condition {
    /** Checks the kind of field. */
    public DateRange {
      check(field, FieldKind.DATE);
    }
  }

  /**
   * As {@link DateRange}, to the minute, for a field whose dates have a time of day. A date without
   * one counts as its first minute.
   *
   * @param low first minute, null for open; not both bounds, which is what {@link DateRange} says
   * @param high last minute, null for open
   */
  record MinuteRange(Field field, @Nullable LocalDateTime low, @Nullable LocalDateTime high)
      implements Condition {
    /** Checks the field and drops seconds. */
    public MinuteRange {
      check(field.hasTimeOfDay(), field.piece() + " has no time of day");
      check(low != null || high != null, "a range of minutes needs a bound");
      low = low == null ? null : low.truncatedTo(ChronoUnit.MINUTES);
      high = high == null ? null : high.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /** As {@link DateRange}, for a field of kind INTEGER. */
  record NumberRange(Field field, @Nullable Long low, @Nullable Long high) implements Condition {
    /** Checks the kind of field. */
    public NumberRange {
      check(field, FieldKind.INTEGER);
    }
  }

  /** As {@link DateRange}, for a field of kind TIME, by length whatever the unit. */
  record AgeRange(Field field, @Nullable Age low, @Nullable Age high) implements Condition {
    /** Checks the kind of field. */
    public AgeRange {
      check(field, FieldKind.TIME);
    }
  }

  /**
   * The number of values of a list is in the range, both ends included. A study without the list
   * has no size and never matches.
   *
   * @param field multi-valued
   * @param low least number, null for open
   * @param high greatest number, null for open
   */
  record SizeRange(Field field, @Nullable Long low, @Nullable Long high) implements Condition {
    /** Checks the field. */
    public SizeRange {
      check(field.multiValued(), field.piece() + " is no list");
    }
  }

  /** The study (or the site, within {@link Scope#SITE}) has no value in any field of the target. */
  record Missing(SearchTarget target) implements Condition {}

  /**
   * A point of the field lies within the distance.
   *
   * @param field of kind GEO
   * @param center centre of the circle
   * @param radius 0 or more; the text form is limited to 1 mile or kilometre to 500 miles
   */
  record WithinDistance(Field field, GeoPoint center, Distance radius) implements Condition {
    /** Checks the kind of field. */
    public WithinDistance {
      check(field, FieldKind.GEO);
    }
  }

  /**
   * A point of the field lies in the rectangle. Not of the language Essie.
   *
   * @param field of kind GEO
   * @param box its rim belongs to it
   */
  record WithinBox(Field field, Box box) implements Condition {
    /** Checks the kind of field. */
    public WithinBox {
      check(field, FieldKind.GEO);
    }
  }

  /**
   * A point of the field lies in one of the polygons. Not of the language Essie.
   *
   * @param field of kind GEO
   * @param area at least one
   */
  record WithinArea(Field field, List<Polygon> area) implements Condition {
    /** Copies the list and checks it and the kind of field. */
    public WithinArea {
      area = List.copyOf(area);
      check(!area.isEmpty(), "an area needs a polygon");
      check(field, FieldKind.GEO);
    }
  }

  /**
   * A word that begins like that occurs in one field of the target. Not of the language Essie.
   *
   * @param target an area, or a field of text
   * @param text words side by side of which the last one is the beginning of a word
   */
  record Prefix(SearchTarget target, String text) implements Condition {
    /** Checks the text. */
    public Prefix {
      check(!text.isEmpty() && text.equals(EssieText.normalize(text)), "words with odd blanks");
    }
  }

  /**
   * A word spelled nearly like that occurs in one field of the target. Not of the language Essie.
   *
   * @param target an area, or a field of text
   * @param word one word
   * @param edits greatest number of letters inserted, removed, replaced or exchanged: 1 or 2
   */
  record Fuzzy(SearchTarget target, String word, int edits) implements Condition {
    /** Checks the word and the number. */
    public Fuzzy {
      check(!word.isEmpty() && word.equals(EssieText.normalize(word)), "words with odd blanks");
      check(edits == 1 || edits == 2, "edits must be 1 or 2, got " + edits);
    }
  }

  /** All of them match: flattened; one alone is itself, none at all is {@link All}. */
  static Expr allOf(List<Expr> operands) {
    List<Expr> flat = Operands.inAnd(operands);
    return switch (flat.size()) {
      case 0 -> new All();
      case 1 -> flat.get(0);
      default -> new And(flat);
    };
  }

  /**
   * Any of them matches: flattened, ids of the same target gathered; one alone is itself, none at
   * all is {@link #NOTHING}.
   */
  static Expr anyOf(List<Expr> operands) {
    List<Expr> flat = Operands.inOr(operands);
    return switch (flat.size()) {
      case 0 -> NOTHING;
      case 1 -> flat.get(0);
      default -> new Or(flat);
    };
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private static void check(Field field, FieldKind... kinds) {
    check(
        List.of(kinds).contains(field.kind()),
        "field " + field.piece() + " is of kind " + field.kind());
  }
}
