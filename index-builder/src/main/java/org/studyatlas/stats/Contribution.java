package org.studyatlas.stats;

import java.util.BitSet;
import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.StatsType;
import org.studyatlas.mapping.StudyValue;

/**
 * What one record adds to the statistics: its texts as keys, and everything else as a sequence of
 * entries: numbers, list sizes, and numbers that stand for dates, constants, booleans and the mere
 * presence of texts. Made by one thread.
 */
final class Contribution {

  private static final int FIRST_SLOTS = 512;

  private final Constants constants;
  private final TextTable texts = new TextTable(FIRST_SLOTS);
  private final BitSet fieldsWithText = new BitSet();
  private final Entries entries = new Entries();

  private Contribution(Constants constants) {
    this.constants = constants;
  }

  static Contribution of(List<StudyValue> values, Constants constants) {
    Contribution contribution = new Contribution(constants);
    for (StudyValue value : values) {
      switch (value) {
        case StudyValue.Text t -> contribution.add(t.field(), t.text());
        case StudyValue.Number n -> contribution.add(n.field(), n.number());
        case StudyValue.ListSize s -> contribution.add(s);
      }
    }
    contribution.fieldsWithText.stream().forEach(f -> contribution.entries.addValue(f, 0));
    return contribution;
  }

  private void add(Field field, String text) {
    StatsType type = field.statsType();
    switch (type) {
      case STRING -> addText(field, text);
      case ENUM -> add(field, constants.number(text));
      case DATE -> add(field, DateForm.pack(text));
      case BOOLEAN -> add(field, text.equals("true") ? 1 : 0);
      case INTEGER, NUMBER -> throw new IllegalStateException(field.piece() + " is no text");
      case null -> throw new IllegalStateException(field.piece() + " has no statistics");
    }
  }

  private void addText(Field field, String text) {
    TextKey key = TextKey.of(field, text);
    texts.add(key.high(), key.low(), TextPlace.of(field.position(), text.length(), 0));
    fieldsWithText.set(field.position());
  }

  private void add(Field field, long number) {
    entries.addValue(field.position(), number);
  }

  private void add(StudyValue.ListSize list) {
    entries.addListSize(list.field().position(), list.size());
  }

  /** The distinct texts; their places are in record 0. */
  TextTable texts() {
    return texts;
  }

  /** Everything else. */
  Entries entries() {
    return entries;
  }
}
