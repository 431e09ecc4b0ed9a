package org.studyatlas.sample;

import java.util.List;

/** Writes the figures of a measure, group by group ({@code measurements}). */
final class MeasurementWriter {

  private final Grammar.Rule comment;
  private final double missing;

  /** Writes from that world. */
  MeasurementWriter(World world) {
    comment = world.rule("comment");
    missing = world.facts().share("measurement.missing");
  }

  /** How the spread of a figure is told. */
  enum Spread {
    NONE,
    /** One number, such as a standard deviation. */
    SINGLE,
    /** Two limits, such as of a confidence interval. */
    LIMITS;

    /** The way of that dispersion type: its label or constant. */
    static Spread of(String dispersion) {
      if (dispersion.isEmpty()) {
        return NONE;
      }
      String lower = dispersion.toLowerCase(java.util.Locale.ROOT);
      boolean limits = lower.contains("conf") || lower.contains("range");
      return limits ? LIMITS : SINGLE;
    }
  }

  /** Writes counts of participants: about {@code percent} of each group. */
  void counts(Draft draft, String prefix, List<ResultGroup> groups, int percent) {
    StudyJson json = draft.json().array("measurements");
    for (int i = 0; i < groups.size(); i++) {
      long count = (long) groups.get(i).participants() * percent / 100;
      json.object().text("groupId", ResultGroup.id(prefix, i)).text("value", count).end();
    }
    json.end();
  }

  /** Writes figures around {@code middle}. */
  void figures(Draft draft, String prefix, List<ResultGroup> groups, int middle, Spread spread) {
    Dice dice = draft.dice();
    StudyJson json = draft.json().array("measurements");
    int places = dice.below(3);
    for (int i = 0; i < groups.size(); i++) {
      json.object().text("groupId", ResultGroup.id(prefix, i));
      if (dice.chance(missing)) {
        json.text("value", "NA").text("comment", draft.prose().sentence(comment));
      } else {
        figure(json, dice.between(middle * 70, middle * 130 + 1), spread, places, dice);
      }
      json.end();
    }
    json.end();
  }

  private static void figure(
      StudyJson json, long hundredths, Spread spread, int places, Dice dice) {
    long width = 1 + hundredths * dice.between(5, 40) / 100;
    json.text("value", ResultGroup.decimal(hundredths, places));
    switch (spread) {
      case NONE -> {}
      case SINGLE -> json.text("spread", ResultGroup.decimal(width, places));
      case LIMITS -> {
        json.text("lowerLimit", ResultGroup.decimal(hundredths - width, places));
        json.text("upperLimit", ResultGroup.decimal(hundredths + width, places));
      }
    }
  }
}
