package org.studyatlas.render;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.schema.RecordText;

/**
 * Writes the selected part of a study, minified, in the order of the record.
 *
 * <p>As in the registry's API, an object on the way to a selected field stays, as <code>{}</code>
 * where the study has nothing of what is wanted in it, and an array keeps one object for each of
 * its elements. What the study does not have is not written. Unknown members of a selected struct
 * are kept, all others are dropped.
 *
 * <p>Selected values are copied byte for byte from the record; a record is parsed only as far as
 * something selected can follow. About 15 µs for a record of 15 kB. Output is written in small
 * pieces: hand in a buffered stream.
 */
public final class StudyProjection {

  private static final @Nullable SelectionNode NO_MARKUP = null;
  private static final SelectionNode ALL_MARKUP = FieldSelection.of(markupFields()).root();

  private final SelectionNode root;
  private final @Nullable SelectionNode markup;

  private StudyProjection(SelectionNode root, @Nullable SelectionNode markup) {
    this.root = root;
    this.markup = markup;
  }

  /** A projection on those fields, with markup written that way. */
  public static StudyProjection of(FieldSelection selection, MarkupFormat format) {
    SelectionNode markup =
        switch (format) {
          case MARKDOWN -> NO_MARKUP;
          case LEGACY -> ALL_MARKUP;
        };
    return new StudyProjection(selection.root(), markup);
  }

  private static List<Field> markupFields() {
    return FieldCatalogue.standard().fields().stream()
        .filter(field -> field.source().equals("MARKUP"))
        .toList();
  }

  /**
   * Writes the selected part of one study. The whole study in markdown is written as it is stored,
   * down to its white space.
   *
   * @param study its JSON in UTF-8, inflated as far as needed
   * @throws IOException if the stream fails or the record is no JSON object
   */
  public void write(RecordText study, OutputStream out) throws IOException {
    if (isIdentity()) {
      out.write(study.all());
    } else {
      project(study, out);
    }
  }

  /** Writes the same as {@link #write}, but always in a single line. */
  public void writeLine(RecordText study, OutputStream out) throws IOException {
    if (isIdentity() && RecordJson.hasLineFeed(study.all())) {
      RecordJson.writeMinified(study.all(), 0, study.all().length, out);
    } else {
      write(study, out);
    }
  }

  private boolean isIdentity() {
    return root.isWhole() && markup == null;
  }

  private void project(RecordText study, OutputStream out) throws IOException {
    try (JsonParser parser = RecordJson.open(study)) {
      new ProjectionPass(study, parser, out).write(root, markup);
    }
  }
}
