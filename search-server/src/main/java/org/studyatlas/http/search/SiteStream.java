package org.studyatlas.http.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.studyatlas.http.PulledBody;
import org.studyatlas.render.SiteCsv;
import org.studyatlas.render.SiteRow;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SiteHit;
import org.studyatlas.search.SiteWalk;

/**
 * All rows of {@code /sites}, part by part. Parts grow, so that the first row is sent soon and a
 * study with many sites is read few times.
 */
final class SiteStream implements PulledBody.Parts {

  /** How rows are written. */
  enum Format {
    /** One JSON object a line. */
    NDJSON,
    /** A table. */
    CSV
  }

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .rootValueSeparator("\n")
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();
  private static final int FIRST_PART = 64;
  private static final int LARGEST_PART = 2_048;

  private final OpenGeneration generation;
  private final SiteWalk walk;
  private final Format format;
  private final StreamEnds ends;
  private int part = FIRST_PART;
  private boolean begun;

  SiteStream(OpenGeneration generation, SiteWalk walk, Format format, StreamEnds ends) {
    this.generation = generation;
    this.walk = walk;
    this.format = format;
    this.ends = ends;
  }

  @Override
  public boolean writeNext(OutputStream out) throws IOException {
    if (!begun && format == Format.CSV) {
      SiteCsv.writeHeader(out);
    }
    begun = true;
    List<SiteHit> hits = walk.next(part);
    part = Math.min(2 * part, LARGEST_PART);
    List<SiteRow> rows = SiteRowReader.read(generation, hits);
    switch (format) {
      case CSV -> {
        for (SiteRow row : rows) {
          SiteCsv.writeRow(row, out);
        }
      }
      case NDJSON -> writeLines(rows, out);
    }
    return !hits.isEmpty();
  }

  private void writeLines(List<SiteRow> rows, OutputStream out) throws IOException {
    if (rows.isEmpty()) {
      out.write("{\"studyatlas\":".getBytes(US_ASCII));
      out.write(ends.tail());
      out.write("}\n".getBytes(US_ASCII));
      return;
    }
    try (JsonGenerator json = JSON.createGenerator(out)) {
      for (SiteRow row : rows) {
        SiteRowJson.write(json, row);
      }
    }
    out.write('\n');
  }
}
