package org.studyatlas.http.ctgov;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.studyatlas.http.PulledBody;
import org.studyatlas.render.CsvFormat;
import org.studyatlas.render.StudyListWriter;
import org.studyatlas.render.StudyProjection;
import org.studyatlas.schema.RecordText;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SearchPage;
import org.studyatlas.search.StudyHit;

/** The body of a page of studies, one study after the other. */
final class ListParts {

  private ListParts() {}

  /**
   * The page in that format.
   *
   * @param first whether no page came before, so that a table begins with its titles
   */
  static PulledBody.Parts of(
      OpenGeneration generation, SearchPage page, ListFormat format, boolean first) {
    return switch (format) {
      case ListFormat.Json json -> new Lines(generation, page, json.projection());
      case ListFormat.Csv csv -> new Rows(generation, page, csv.columns(), first);
    };
  }

  private static final class Lines implements PulledBody.Parts {

    private final OpenGeneration generation;
    private final SearchPage page;
    private final StudyProjection projection;
    private final Iterator<StudyHit> hits;
    private @Nullable StudyListWriter writer;

    Lines(OpenGeneration generation, SearchPage page, StudyProjection projection) {
      this.generation = generation;
      this.page = page;
      this.projection = projection;
      this.hits = page.hits().iterator();
    }

    @Override
    public boolean writeNext(OutputStream out) throws IOException {
      StudyListWriter lines = writer;
      if (lines == null) {
        lines = new StudyListWriter(projection, total(), out);
        writer = lines;
      }
      if (hits.hasNext()) {
        try (RecordText study = generation.text(hits.next().record())) {
          lines.add(study);
        }
        return true;
      }
      lines.finish(page.next().orElse(null));
      return false;
    }

    private @Nullable Long total() {
      return page.total().isPresent() ? page.total().getAsLong() : null;
    }
  }

  private static final class Rows implements PulledBody.Parts {

    private final OpenGeneration generation;
    private final CsvFormat columns;
    private final Iterator<StudyHit> hits;
    private boolean titlesDue;

    Rows(OpenGeneration generation, SearchPage page, CsvFormat columns, boolean titlesDue) {
      this.generation = generation;
      this.columns = columns;
      this.hits = page.hits().iterator();
      this.titlesDue = titlesDue;
    }

    @Override
    public boolean writeNext(OutputStream out) throws IOException {
      if (titlesDue) {
        titlesDue = false;
        columns.writeHeader(out);
      } else if (hits.hasNext()) {
        columns.writeRow(generation.json(hits.next().record()), out);
      }
      return hits.hasNext();
    }
  }
}
