package org.studyatlas.http.search;

import java.io.IOException;
import java.io.OutputStream;
import org.studyatlas.http.PulledBody;
import org.studyatlas.schema.RecordText;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.ResultWalk;
import org.studyatlas.search.StudyHit;

/** The whole result of a search, some studies at a time. */
final class ExportStream implements PulledBody.Parts {

  private static final int PART = 8;
  private static final int PART_OF_IDS = 1_000;
  private static final RecordText NOTHING = RecordText.of(new byte[0]);

  private final OpenGeneration generation;
  private final ResultWalk walk;
  private final ExportFormat format;
  private final StreamEnds ends;
  private long written = -1;

  ExportStream(OpenGeneration generation, ResultWalk walk, ExportFormat format, StreamEnds ends) {
    this.generation = generation;
    this.walk = walk;
    this.format = format;
    this.ends = ends;
  }

  @Override
  public boolean writeNext(OutputStream out) throws IOException {
    if (written < 0) {
      format.begin(ends, out);
      written = 0;
    }
    int part = format.needsRecords() ? PART : PART_OF_IDS;
    for (int i = 0; i < part; i++) {
      if (!walk.next()) {
        requireAll();
        format.end(ends, out);
        return false;
      }
      StudyHit hit = walk.hit();
      try (RecordText record = format.needsRecords() ? generation.text(hit.record()) : NOTHING) {
        format.write(hit.id(), record, written == 0, out);
      }
      written++;
    }
    return true;
  }

  /** Must not say that it is complete if it is not, even by a fault of its own. */
  private void requireAll() throws IOException {
    if (written != ends.count()) {
      throw new IOException("exported " + written + " studies of " + ends.count());
    }
  }
}
