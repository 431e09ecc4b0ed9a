package org.studyatlas.sample;

/** Writes a planned study as a record: its sections and modules in the registry's order. */
final class StudyWriter {

  private final World world;
  private final SampleOptions options;
  private final StudyPlanner planner;
  private final IdentificationWriter identification;
  private final StatusWriter status;
  private final SponsorWriter sponsors;
  private final DescriptionWriter description;
  private final DesignWriter design;
  private final ArmsWriter arms;
  private final OutcomesWriter outcomes;
  private final EligibilityWriter eligibility;
  private final ContactsWriter contacts;
  private final ReferencesWriter references;
  private final SharingWriter sharing;
  private final ResultsWriter results;
  private final AnnotationWriter annotations;
  private final DerivedWriter derived;

  /** Writes the studies of the registry of these options. */
  StudyWriter(World world, SampleOptions options) {
    this.world = world;
    this.options = options;
    TimelinePlanner timelines = new TimelinePlanner(world.facts(), options.dataDate());
    planner = new StudyPlanner(options, world, timelines);
    identification = new IdentificationWriter(world);
    status = new StatusWriter(world, options.studies(), planner.ids(), timelines);
    sponsors = new SponsorWriter(world);
    description = new DescriptionWriter(world);
    design = new DesignWriter(world);
    arms = new ArmsWriter(world);
    outcomes = new OutcomesWriter(world);
    eligibility = new EligibilityWriter(world);
    contacts = new ContactsWriter(world);
    references = new ReferencesWriter(world);
    sharing = new SharingWriter(world);
    results = new ResultsWriter(world);
    annotations = new AnnotationWriter(world);
    derived = new DerivedWriter(world, options.dataDate());
  }

  /** The ids of the registry. */
  StudyIds ids() {
    return planner.ids();
  }

  /** The record of the study at that position. */
  byte[] write(int position) {
    Dice dice = Dice.of(options.seed(), position);
    StudyPlan plan = planner.plan(position, dice);
    Prose prose = new Prose(world.language(), dice, topic(plan, dice));
    Draft draft = new Draft(plan, dice, prose, new StudyJson());
    draft.json().object("protocolSection");
    protocol(draft);
    draft.json().end();
    if (plan.hasResults()) {
      results.write(draft);
    }
    annotations.writeAnnotations(draft);
    if (plan.status() != StudyStatus.WITHHELD) {
      annotations.writeDocuments(draft);
    }
    derived.write(draft);
    draft.json().flag("hasResults", plan.hasResults());
    return draft.json().finish();
  }

  private void protocol(Draft draft) {
    identification.write(draft);
    status.write(draft);
    sponsors.writeSponsors(draft);
    if (draft.plan().status() != StudyStatus.WITHHELD) {
      content(draft);
    }
    if (draft.plan().has(Oddity.UNKNOWN_FIELD)) {
      draft.json().object("futureModule").text("futureField", "a field of tomorrow").end();
    }
  }

  /** What a withheld study does not tell. */
  private void content(Draft draft) {
    sponsors.writeOversight(draft);
    description.writeDescription(draft);
    description.writeConditions(draft);
    design.write(draft);
    arms.write(draft);
    outcomes.write(draft);
    eligibility.write(draft);
    contacts.write(draft);
    references.write(draft);
    sharing.write(draft);
  }

  private Topic topic(StudyPlan plan, Dice dice) {
    Intervention placebo = world.terms().placebo();
    String treatment =
        plan.interventions().isEmpty()
            ? "standard of care"
            : plan.interventions().getFirst().name();
    String control =
        plan.interventions().stream()
            .skip(1)
            .map(Intervention::name)
            .reduce((first, last) -> last)
            .orElse(dice.chance(0.5) ? placebo.name() : "usual care");
    String city = world.cities().draw(dice).name();
    return new Topic(plan.mainCondition().name(), treatment, control, city);
  }
}
