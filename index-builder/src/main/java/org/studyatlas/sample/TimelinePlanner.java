package org.studyatlas.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.studyatlas.study.PartialDate;
import org.studyatlas.study.PartialDate.Precision;

/** Draws the dates of a study so that they agree with its status and none lies in the future. */
final class TimelinePlanner {

  /** From this day on dates were mostly entered to the day, and posting dates are exact. */
  static final LocalDate EXACT_DATES = LocalDate.of(2017, 1, 18);

  private static final int DAYS_TO_UNKNOWN = 730;
  private static final int DAYS_OF_REVIEW = 60;

  private final LocalDate dataDate;
  private final double earlyStart;
  private final Quantiles earlyDays;
  private final Quantiles lateDays;
  private final Quantiles courseDays;
  private final Quantiles remainingDays;
  private final Quantiles updateDays;
  private final Quantiles resultDays;
  private final Quantiles reviewDays;
  private final double[] monthOnlyStart;
  private final double[] monthOnlyEnd;
  private final double typeMissing;
  private final double primaryEqual;
  private final double startMissing;
  private final double primaryMissing;
  private final double completionMissing;

  /** Dates up to that day. */
  TimelinePlanner(RegistryFacts facts, LocalDate dataDate) {
    this.dataDate = dataDate;
    earlyStart = facts.share("start.early");
    earlyDays = facts.quantiles("start.earlyDays");
    lateDays = facts.quantiles("start.lateDays");
    courseDays = facts.quantiles("course.days");
    remainingDays = facts.quantiles("course.remainingDays");
    updateDays = facts.quantiles("update.days");
    resultDays = facts.quantiles("results.days");
    reviewDays = facts.quantiles("review.days");
    monthOnlyStart =
        new double[] {facts.share("start.monthOnlyOld"), facts.share("start.monthOnlyNew")};
    monthOnlyEnd =
        new double[] {
          facts.share("completion.monthOnlyOld"), facts.share("completion.monthOnlyNew")
        };
    typeMissing = facts.share("start.typeMissing");
    primaryEqual = facts.share("primaryCompletion.isCompletion");
    startMissing = facts.share("start.missing");
    primaryMissing = facts.share("primaryCompletion.missing");
    completionMissing = facts.share("completion.missing");
  }

  /** Begin and end of a study to the day. */
  private record Course(LocalDate start, LocalDate primary, LocalDate end) {}

  /** The dates of a study that was registered that day. */
  Timeline plan(LocalDate registered, StudyStatus status, double resultsShare, Dice dice) {
    Course course = course(registered, status, dice);
    Timeline.Posting results = results(course, resultsShare, dice);
    LocalDate updated = updated(registered, course, status, dice);
    if (results != null && updated.isBefore(results.submitted())) {
      updated = results.submitted();
    }
    boolean over = status != StudyStatus.UNKNOWN;
    return new Timeline(
        registered,
        dice.chance(startMissing) ? null : start(course.start(), dice),
        dice.chance(primaryMissing) ? null : milestone(course.primary(), over, dice),
        dice.chance(completionMissing) ? null : milestone(course.end(), over, dice),
        results,
        updated);
  }

  private Timeline.@Nullable Posting results(Course course, double share, Dice dice) {
    LocalDate latest = dataDate.minusDays(DAYS_OF_REVIEW);
    LocalDate submitted = course.primary().plusDays(resultDays.draw(dice));
    boolean certain = share >= 1;
    boolean reported = certain || (dice.chance(share) && submitted.isBefore(latest));
    return reported ? posting(earlier(submitted, latest), dice) : null;
  }

  /** A submission of that day with the days of its check and its posting. */
  Timeline.Posting posting(LocalDate submitted, Dice dice) {
    LocalDate checked = earlier(submitted.plusDays(reviewDays.draw(dice)), dataDate);
    LocalDate posted = earlier(checked.plusDays(dice.between(1, 4)), dataDate);
    String type = posted.isBefore(EXACT_DATES) ? "ESTIMATED" : "ACTUAL";
    return new Timeline.Posting(submitted, checked, posted, type);
  }

  private Course course(LocalDate registered, StudyStatus status, Dice dice) {
    LocalDate start =
        dice.chance(earlyStart)
            ? registered.minusDays(earlyDays.draw(dice))
            : registered.plusDays(lateDays.draw(dice));
    int days = courseDays.draw(dice);
    if (status == StudyStatus.NOT_YET_RECRUITING) {
      start = later(start, dataDate.plusDays(dice.between(1, 150)));
    } else {
      start = earlier(start, dataDate.minusDays(1));
    }
    LocalDate end = start.plusDays(days);
    if (status.ongoing() && end.isBefore(dataDate)) {
      end = dataDate.plusDays(remainingDays.draw(dice));
    }
    int margin = status == StudyStatus.UNKNOWN ? DAYS_TO_UNKNOWN : 1;
    if ((status.ended() || status == StudyStatus.UNKNOWN)
        && end.plusDays(margin).isAfter(dataDate)) {
      long span = Math.max(1, ChronoUnit.DAYS.between(start, dataDate) - margin);
      end = start.plusDays(1 + (long) (dice.unit() * span));
    }
    long length = ChronoUnit.DAYS.between(start, end);
    boolean equal = dice.chance(primaryEqual);
    LocalDate primary = equal ? end : start.plusDays(length * dice.between(50, 99) / 100);
    return new Course(start, primary, end);
  }

  private LocalDate updated(LocalDate registered, Course course, StudyStatus status, Dice dice) {
    int days = updateDays.draw(dice);
    LocalDate latest =
        status == StudyStatus.UNKNOWN ? dataDate.minusDays(DAYS_TO_UNKNOWN) : dataDate.minusDays(3);
    boolean over = status.ended() || status == StudyStatus.WITHDRAWN;
    LocalDate from = over ? later(course.end(), registered) : registered;
    LocalDate updated = status.ongoing() ? latest.minusDays(days) : from.plusDays(days);
    return later(registered, earlier(updated, latest));
  }

  private Timeline.Milestone start(LocalDate day, Dice dice) {
    boolean untyped = day.isBefore(EXACT_DATES) && dice.chance(typeMissing);
    return new Timeline.Milestone(partial(day, monthOnlyStart, dice), untyped ? null : typeOf(day));
  }

  private Timeline.Milestone milestone(LocalDate day, boolean known, Dice dice) {
    return new Timeline.Milestone(
        partial(day, monthOnlyEnd, dice), known ? typeOf(day) : "ESTIMATED");
  }

  private String typeOf(LocalDate day) {
    return day.isAfter(dataDate) ? "ESTIMATED" : "ACTUAL";
  }

  private PartialDate partial(LocalDate day, double[] monthOnly, Dice dice) {
    double share = day.isBefore(EXACT_DATES) ? monthOnly[0] : monthOnly[1];
    return new PartialDate(day, dice.chance(share) ? Precision.MONTH : Precision.DAY);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
