package org.studyatlas.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A group of participants as the results report on it.
 *
 * @param title its title
 * @param description what was done to it
 * @param participants how many there were
 */
record ResultGroup(String title, String description, int participants) {

  /** Id of the group at that position in a module, such as {@code OG001}. */
  static String id(String prefix, int position) {
    String digits = Integer.toString(position);
    return prefix + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }

  /** All of them together. */
  static ResultGroup total(List<ResultGroup> groups) {
    int sum = groups.stream().mapToInt(ResultGroup::participants).sum();
    return new ResultGroup("Total", "Total of all reporting groups", sum);
  }

  /** Groups for a study: its arms, or as many parts of them as wanted. */
  static List<ResultGroup> of(StudyPlan plan, int count, List<String> descriptions) {
    int share = Math.max(1, plan.enrollment() / Math.max(1, count));
    List<ResultGroup> groups = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean ofArm = i < plan.arms().size();
      String title = ofArm ? plan.arms().get(i).label() : "Cohort " + (i + 1);
      groups.add(new ResultGroup(title, descriptions.get(i), share + (i % 3)));
    }
    return groups;
  }

  /** Writes the array of groups. */
  static void write(StudyJson json, String prefix, List<ResultGroup> groups) {
    json.array("groups");
    for (int i = 0; i < groups.size(); i++) {
      json.object().text("id", id(prefix, i)).text("title", groups.get(i).title());
      json.text("description", groups.get(i).description()).end();
    }
    json.end();
  }

  /** Writes how many of each group were analyzed. */
  static void writeDenoms(StudyJson json, String prefix, List<ResultGroup> groups, String units) {
    json.array("denoms").object().text("units", units).array("counts");
    for (int i = 0; i < groups.size(); i++) {
      json.object().text("groupId", id(prefix, i));
      json.text("value", groups.get(i).participants()).end();
    }
    json.end().end().end();
  }

  /** A number with that many decimal places, 0 to 2. */
  static String decimal(long hundredths, int places) {
    return switch (places) {
      case 0 -> Long.toString(hundredths / 100);
      case 1 -> hundredths / 100 + "." + Math.abs(hundredths / 10 % 10);
      default ->
          String.format(Locale.ROOT, "%d.%02d", hundredths / 100, Math.abs(hundredths % 100));
    };
  }
}
