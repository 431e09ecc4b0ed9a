package org.studyatlas.sample;

import java.util.List;
import java.util.stream.Stream;

/** Writes {@code resultsSection}: its order, and the groups that its modules share. */
final class ResultsWriter {

  private static final int MOST_GROUPS = 40;

  private final FlowWriter flow;
  private final BaselineWriter baseline;
  private final OutcomeMeasuresWriter outcomes;
  private final AdverseEventsWriter events;
  private final MoreInfoWriter moreInfo;
  private final Grammar.Rule armText;
  private final Quantiles groupCount;
  private final Quantiles descriptionChars;
  private final double asPlanned;

  /** Writes from that world. */
  ResultsWriter(World world) {
    flow = new FlowWriter(world);
    baseline = new BaselineWriter(world);
    outcomes = new OutcomeMeasuresWriter(world);
    events = new AdverseEventsWriter(world);
    moreInfo = new MoreInfoWriter(world);
    armText = world.rule("armText");
    groupCount = world.facts().quantiles("results.groupCount");
    descriptionChars = world.facts().quantiles("results.groupChars");
    asPlanned = world.facts().share("results.groupsAsPlanned");
  }

  /** Writes the section. */
  void write(Draft draft) {
    Dice dice = draft.dice();
    int planned = draft.plan().arms().size();
    int count = dice.chance(asPlanned) && planned > 0 ? planned : groupCount.draw(dice);
    List<String> descriptions =
        Stream.generate(() -> draft.prose().text(armText, descriptionChars.draw(dice)))
            .limit(Math.min(count, MOST_GROUPS))
            .toList();
    List<ResultGroup> groups = ResultGroup.of(draft.plan(), descriptions.size(), descriptions);
    draft.json().object("resultsSection");
    flow.write(draft, groups);
    baseline.write(draft, groups);
    outcomes.write(draft, groups);
    events.write(draft, groups);
    moreInfo.write(draft);
    draft.json().end();
  }
}
