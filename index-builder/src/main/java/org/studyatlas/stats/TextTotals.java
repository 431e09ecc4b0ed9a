package org.studyatlas.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.stats.FieldStats.Longest;
import org.studyatlas.stats.FieldStats.ValueCount;
import org.studyatlas.study.NctId;

/** Chooses the texts of a field that its statistics show. Used by one thread. */
final class TextTotals implements ValueTotals {

  /** Most texts that an answer lists, as in the registry. */
  static final int MAX_TOP_VALUES = 250;

  private final Field field;
  private final Map<TextKey, String> texts;
  private final StudyCount studies = new StudyCount();
  private final TopGroups mostFrequent = new TopGroups(TextGroup.MOST_FREQUENT, MAX_TOP_VALUES);
  private final TopGroups longest = new TopGroups(TextGroup.LONGEST, 1);
  private long unique;

  /**
   * Starts with nothing.
   *
   * @param texts what keys stand for; must hold those of all {@link #candidates} before {@link
   *     #stats} is called
   */
  TextTotals(Field field, Map<TextKey, String> texts) {
    this.field = field;
    this.texts = texts;
  }

  /** Notes that a record has texts. */
  @Override
  public void add(int record, long number) {
    studies.add(record);
  }

  /** Takes one of the field's distinct texts. */
  void add(TextGroup group) {
    unique++;
    mostFrequent.offer(group);
    longest.offer(group);
  }

  /** All groups whose texts must be known. */
  List<TextGroup> candidates() {
    List<TextGroup> candidates = new ArrayList<>(mostFrequent.get());
    candidates.addAll(longest.get());
    return candidates;
  }

  @Override
  public FieldStats stats(int allStudies) {
    return new FieldStats.Texts(field, allStudies - studies.get(), longest(), unique, topValues());
  }

  private List<ValueCount> topValues() {
    return mostFrequent.get().stream()
        .sorted(TextGroup.MOST_FREQUENT.thenComparing(byText()))
        .limit(MAX_TOP_VALUES)
        .map(group -> new ValueCount(text(group), group.studies()))
        .sorted(ValueTotals.VALUE_ORDER)
        .toList();
  }

  private @Nullable Longest longest() {
    return longest.get().stream()
        .min(byText())
        .map(group -> new Longest(text(group), new NctId(group.nctNumber()).toString()))
        .orElse(null);
  }

  private Comparator<TextGroup> byText() {
    return Comparator.comparing(this::text);
  }

  private String text(TextGroup group) {
    String text = texts.get(group.key());
    if (text == null) {
      throw new IllegalStateException("the text of " + group + " is not in its record");
    }
    return text;
  }
}
