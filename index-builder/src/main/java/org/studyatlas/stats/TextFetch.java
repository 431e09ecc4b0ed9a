package org.studyatlas.stats;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.StatsType;
import org.studyatlas.mapping.RejectedStudyException;
import org.studyatlas.mapping.StudyMapper;
import org.studyatlas.mapping.StudyValue;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordStore;

/** Fetches the texts that keys stand for out of their records. */
final class TextFetch {

  private final RecordStore store;
  private final RecordLedger records;
  private final StudyMapper mapper = new StudyMapper();
  private final Map<Integer, BitSet> fieldsByRecord = new HashMap<>();
  private final Set<TextKey> wanted = new HashSet<>();

  TextFetch(RecordStore store, RecordLedger records) {
    this.store = store;
    this.records = records;
  }

  /** Asks for the texts of groups of a field. */
  void want(Field field, List<TextGroup> groups) {
    for (TextGroup group : groups) {
      wanted.add(group.key());
      fieldsByRecord.computeIfAbsent(group.record(), r -> new BitSet()).set(field.position());
    }
  }

  /** Reads the records in the order of the store; puts the texts that were asked for. */
  void run(Map<TextKey, String> texts) throws IOException {
    List<Integer> order =
        fieldsByRecord.keySet().stream()
            .sorted(Comparator.comparingLong(record -> records.pointer(record).offset()))
            .toList();
    for (int record : order) {
      read(records.pointer(record), fieldsByRecord.getOrDefault(record, new BitSet()), texts);
    }
  }

  private void read(RecordPointer pointer, BitSet fields, Map<TextKey, String> texts)
      throws IOException {
    for (StudyValue value : values(pointer)) {
      if (value instanceof StudyValue.Text(Field field, String text)
          && field.statsType() == StatsType.STRING
          && fields.get(field.position())) {
        TextKey key = TextKey.of(field, text);
        if (wanted.contains(key)) {
          texts.put(key, text);
        }
      }
    }
  }

  private List<StudyValue> values(RecordPointer pointer) throws IOException {
    try {
      return mapper.values(store.json(pointer));
    } catch (RejectedStudyException e) {
      throw new IllegalStateException("an indexed record cannot be mapped again", e);
    }
  }
}
