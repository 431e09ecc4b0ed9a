package org.studyatlas.render;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.studyatlas.fields.Field;

/** Reads the texts of some fields of a study, as the record has them. */
public final class StudyTexts {

  private final List<Field> fields;
  private final SelectionNode root;

  /** For those fields, leaves of the catalogue that are texts. */
  public StudyTexts(Collection<Field> fields) {
    this.fields = List.copyOf(fields);
    root = FieldSelection.of(this.fields).root();
  }

  /**
   * The texts by field, in the order of the fields; a field without any is left out.
   *
   * @throws IOException if the record is no study
   */
  public Map<Field, List<String>> read(byte[] study) throws IOException {
    Part part = PartReader.read(study, root);
    Map<Field, List<String>> texts = new LinkedHashMap<>();
    for (Field field : fields) {
      List<String> found = part.textsAt(field.path());
      if (!found.isEmpty()) {
        texts.put(field, found);
      }
    }
    return texts;
  }
}
