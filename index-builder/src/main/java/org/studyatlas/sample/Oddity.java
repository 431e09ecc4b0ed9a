package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual that real records have and that a reader must survive. Each occurs in every
 * synthetic registry of {@value #FEWEST_STUDIES} studies or more, and again in every further
 * {@value #PERIOD}; most also occur by chance.
 */
enum Oddity {
  /** An alias id that is the id of another study. */
  ALIAS_OF_ANOTHER_STUDY,
  /** 1,500 sites. */
  VERY_MANY_SITES,
  /** A record of more than 1.5 MB. */
  VERY_LARGE_RECORD,
  /** A site in {@code Côte d’Ivoire}, with U+2019. */
  CURLY_APOSTROPHE,
  /** A site in {@code "Bonaire, Saint Eustatius and Saba "}, with a blank at its end. */
  TRAILING_BLANK,
  /** An enrolment of 99999999, which means unknown. */
  ENROLLMENT_UNKNOWN,
  /** A field that the catalogue does not know. */
  UNKNOWN_FIELD,
  /** A withheld study: hardly any modules. */
  MISSING_MODULES,
  /** A violation annotation, as the FDA makes it. */
  VIOLATION,
  MINUTE("1 Minute"),
  MINUTES("30 Minutes"),
  HOUR("1 Hour"),
  HOURS("36 Hours"),
  DAY("1 Day"),
  DAYS("28 Days"),
  WEEK("1 Week"),
  WEEKS("6 Weeks"),
  MONTH("1 Month"),
  MONTHS("18 Months"),
  YEAR("1 Year");

  /** From how many studies on every oddity occurs. */
  static final int FEWEST_STUDIES = 1_000;

  /** In how many studies every oddity occurs again. */
  static final int PERIOD = 100_000;

  private final @Nullable String minimumAge;

  Oddity() {
    this(null);
  }

  Oddity(@Nullable String minimumAge) {
    this.minimumAge = minimumAge;
  }

  /** The minimum age of such a study, for the oddities that are about units of age. */
  Optional<String> findMinimumAge() {
    return Optional.ofNullable(minimumAge);
  }

  /** The oddities of the study at that position among so many studies. */
  static List<Oddity> at(int position, int studies) {
    if (studies < FEWEST_STUDIES) {
      return List.of();
    }
    int periods = Math.max(1, studies / PERIOD);
    int period = studies / periods;
    int within = position % period;
    List<Oddity> oddities = new ArrayList<>(1);
    for (Oddity oddity : values()) {
      int place = (int) ((oddity.ordinal() + 1L) * period / (values().length + 1));
      if (place == within && position < period * periods) {
        oddities.add(oddity);
      }
    }
    return List.copyOf(oddities);
  }
}
