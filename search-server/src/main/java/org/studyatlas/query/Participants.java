package org.studyatlas.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.study.Age;

/**
 * Who can take part, as expressions that lose no study silently: an open bound of the age matches,
 * a study for all sexes is one for women, an unknown number is no number.
 */
public final class Participants {

  /** What the registry writes for an unknown number of participants. */
  public static final long UNKNOWN_NUMBER = 99_999_999;

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  private Participants() {}

  /**
   * Studies for someone of an age in the range: the study's own range and this one overlap. A study
   * without a bound has none.
   *
   * @param low least age, null for open
   * @param high greatest age, null for open
   */
  public static Expr aged(@Nullable Age low, @Nullable Age high) {
    List<Expr> both = new ArrayList<>();
    if (high != null) {
      both.add(orMissing("MinimumAge", new Expr.AgeRange(piece("MinimumAge"), null, high)));
    }
    if (low != null) {
      both.add(orMissing("MaximumAge", new Expr.AgeRange(piece("MaximumAge"), low, null)));
    }
    return Expr.allOf(both);
  }

  private static Expr orMissing(String piece, Expr expr) {
    return Expr.anyOf(List.of(expr, new Expr.Missing(SearchTarget.piece(piece))));
  }

  /**
   * Studies that take someone of that sex, so those for all as well.
   *
   * @param constant {@code FEMALE}, {@code MALE}; {@code ALL} demands that both are taken
   */
  public static Expr ofSex(String constant) {
    Field sex = piece("Sex");
    Expr all = new Expr.EnumIs(sex, "ALL");
    return constant.equals("ALL") ? all : Expr.anyOf(List.of(new Expr.EnumIs(sex, constant), all));
  }

  /** Studies with a known number of participants in the range; null for an open end. */
  public static Expr number(@Nullable Long low, @Nullable Long high) {
    long greatest = high == null ? UNKNOWN_NUMBER - 1 : Math.min(high, UNKNOWN_NUMBER - 1);
    return new Expr.NumberRange(piece("EnrollmentCount"), low, greatest);
  }

  /** Studies that do not know the number of their participants. */
  public static Expr unknownNumber() {
    return Expr.anyOf(
        List.of(
            new Expr.Missing(SearchTarget.piece("EnrollmentCount")),
            new Expr.NumberRange(piece("EnrollmentCount"), UNKNOWN_NUMBER, UNKNOWN_NUMBER)));
  }

  /**
   * The age that a text names, in years if it has no unit.
   *
   * @param unit unit of a bare number, e.g. {@code months}
   */
  public static Optional<Age> findAge(String text, String unit) {
    boolean bare = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    return AgeText.find(bare ? text + " " + unit : text);
  }

  /** As {@link #findAge} reads it. */
  public static String write(Age age) {
    return AgeText.write(age);
  }

  private static Field piece(String name) {
    return CATALOGUE.getPiece(name);
  }
}
