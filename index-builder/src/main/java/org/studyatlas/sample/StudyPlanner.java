package org.studyatlas.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.studyatlas.study.NctId;

/** Draws what a study is. */
final class StudyPlanner {

  /** Ages of a registration, in years, at which the shares of statuses change. */
  private static final int[] STATUS_AGES = {1, 2, 3, 5, 8};

  private final SampleOptions options;
  private final World world;
  private final StudyIds ids;
  private final Registrations registrations;
  private final TimelinePlanner timelines;
  private final ArmPlanner arms;
  private final Weighted<String> types;
  private final List<Weighted<String>> statusByAge;
  private final Weighted<String> expandedAccessStatus;
  private final Weighted<String> phasesOfDrugs;
  private final Weighted<String> phasesOfOthers;
  private final Quantiles conditionCount;
  private final Quantiles enrollment;
  private final double relatedShare;
  private final double withheldShare;
  private final double aliasShare;
  private final SiteCounts siteCounts;
  private final ResultShares results;

  /** Plans for the studies of a registry. */
  StudyPlanner(SampleOptions options, World world, TimelinePlanner timelines) {
    this.options = options;
    this.world = world;
    RegistryFacts facts = world.facts();
    ids = new StudyIds(options.studies(), options.seed());
    registrations = new Registrations(options.dataDate());
    this.timelines = timelines;
    arms = new ArmPlanner(world);
    types = facts.choice("study.type");
    statusByAge =
        IntStream.rangeClosed(0, STATUS_AGES.length)
            .mapToObj(i -> facts.choice("status.age" + i))
            .toList();
    expandedAccessStatus = facts.choice("status.expandedAccess");
    phasesOfDrugs = facts.choice("phases.drug");
    phasesOfOthers = facts.choice("phases.other");
    conditionCount = facts.quantiles("conditions.count");
    enrollment = facts.quantiles("enrollment");
    relatedShare = facts.share("conditions.related");
    withheldShare = facts.share("study.withheld");
    aliasShare = facts.share("id.alias");
    siteCounts = new SiteCounts(facts);
    results = new ResultShares(facts);
  }

  /** The ids of the registry. */
  StudyIds ids() {
    return ids;
  }

  /** The plan of the study at that position. */
  StudyPlan plan(int position, Dice dice) {
    List<Oddity> oddities = Oddity.at(position, options.studies());
    boolean large = oddities.contains(Oddity.VERY_LARGE_RECORD);
    boolean manySites = oddities.contains(Oddity.VERY_MANY_SITES);
    LocalDate registered = registered(position, large);
    StudyType type = type(oddities, dice);
    StudyStatus status = status(type, registered, oddities, dice);
    Sponsor sponsor =
        large || manySites ? world.sponsors().drawCompany(dice) : world.sponsors().draw(dice);
    List<Condition> conditions = conditions(dice);
    ArmPlanner.Groups groups = arms.plan(type, conditions.getFirst(), dice);
    Timeline timeline =
        timelines.plan(registered, status, results.share(type, status, sponsor, large), dice);
    return new StudyPlan(
        ids.at(position),
        aliases(position, oddities, dice),
        type,
        status,
        sponsor,
        conditions,
        groups.interventions(),
        groups.arms(),
        phases(type, groups.interventions(), dice),
        timeline,
        manySites ? 1_500 : siteCounts.draw(status, sponsor, dice),
        enrolled(status, oddities, dice),
        oddities);
  }

  /** The day of registration; one in the older half for a study that must have results. */
  private LocalDate registered(int position, boolean old) {
    double share = (double) ids.rank(position) / options.studies();
    return registrations.dayAt(old ? share / 2 : share);
  }

  /** Studies with an oddity are interventional, so that they have the module that it is in. */
  private StudyType type(List<Oddity> oddities, Dice dice) {
    StudyType type = StudyType.valueOf(types.draw(dice));
    return oddities.isEmpty() ? type : StudyType.INTERVENTIONAL;
  }

  private StudyStatus status(
      StudyType type, LocalDate registered, List<Oddity> oddities, Dice dice) {
    boolean withheld = oddities.isEmpty() && dice.chance(withheldShare);
    if (withheld || oddities.contains(Oddity.MISSING_MODULES)) {
      return StudyStatus.WITHHELD;
    }
    if (oddities.contains(Oddity.VERY_LARGE_RECORD)) {
      return StudyStatus.COMPLETED;
    }
    if (oddities.contains(Oddity.VERY_MANY_SITES)) {
      return StudyStatus.RECRUITING;
    }
    if (type == StudyType.EXPANDED_ACCESS) {
      return StudyStatus.valueOf(expandedAccessStatus.draw(dice));
    }
    long years = ChronoUnit.YEARS.between(registered, options.dataDate());
    int age = 0;
    while (age < STATUS_AGES.length && years >= STATUS_AGES[age]) {
      age++;
    }
    return StudyStatus.valueOf(statusByAge.get(age).draw(dice));
  }

  private List<NctId> aliases(int position, List<Oddity> oddities, Dice dice) {
    if (oddities.contains(Oddity.ALIAS_OF_ANOTHER_STUDY)) {
      return List.of(ids.at((position + options.studies() / 2) % options.studies()));
    }
    return dice.chance(aliasShare) ? ids.findUnused(position).stream().toList() : List.of();
  }

  private List<Condition> conditions(Dice dice) {
    MedicalTerms terms = world.terms();
    List<Condition> conditions = new ArrayList<>(4);
    Condition main = terms.conditions().draw(dice);
    conditions.add(main);
    int more = conditionCount.draw(dice) - 1;
    for (int i = 0; i < more; i++) {
      Weighted<Condition> source =
          dice.chance(relatedShare) ? terms.relatedTo(main) : terms.conditions();
      Condition condition = source.draw(dice);
      if (!conditions.contains(condition)) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private List<String> phases(StudyType type, List<Intervention> interventions, Dice dice) {
    if (type != StudyType.INTERVENTIONAL) {
      return List.of();
    }
    boolean phased = interventions.stream().anyMatch(Intervention::phased);
    return List.of((phased ? phasesOfDrugs : phasesOfOthers).draw(dice).split("\\+"));
  }

  private int enrolled(StudyStatus status, List<Oddity> oddities, Dice dice) {
    if (oddities.contains(Oddity.ENROLLMENT_UNKNOWN)) {
      return 99_999_999;
    }
    return status == StudyStatus.WITHDRAWN ? 0 : enrollment.draw(dice);
  }
}
