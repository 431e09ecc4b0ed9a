package org.studyatlas.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.studyatlas.study.Age;
import org.studyatlas.study.Age.Unit;

/** Reads and writes ages such that what is written reads back as the same age. */
final class AgeText {

  /** {@link Age#find} reads numbers of at most seven digits before the point and three behind. */
  private static final long MAX_AMOUNT = 9_999_999;

  private static final int DECIMALS = 3;
  private static final Unit[] GREATEST_FIRST = {
    Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY, Unit.HOUR, Unit.MINUTE
  };

  private AgeText() {}

  /** The age, or empty if it is none or (a fraction of a unit beyond 1,140 years) unwritable. */
  static Optional<Age> find(String text) {
    return Age.find(text).filter(age -> isWhole(age) || isFraction(age));
  }

  /** In the greatest unit that gives a whole number, else in hours with decimals. */
  static String write(Age age) {
    for (Unit unit : GREATEST_FIRST) {
      if (isWhole(age, unit)) {
        long amount = age.minutes() / unit.minutes();
        String word = unit.name().toLowerCase(Locale.ROOT);
        return amount + " " + word + (amount == 1 ? "" : "s");
      }
    }
    BigDecimal hours =
        BigDecimal.valueOf(age.minutes())
            .divide(BigDecimal.valueOf(Unit.HOUR.minutes()), DECIMALS, RoundingMode.CEILING);
    return hours.toPlainString() + " hours";
  }

  private static boolean isWhole(Age age) {
    for (Unit unit : GREATEST_FIRST) {
      if (isWhole(age, unit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(Age age, Unit unit) {
    return age.minutes() % unit.minutes() == 0 && age.minutes() / unit.minutes() <= MAX_AMOUNT;
  }

  private static boolean isFraction(Age age) {
    return age.minutes() <= MAX_AMOUNT * Unit.HOUR.minutes();
  }
}
