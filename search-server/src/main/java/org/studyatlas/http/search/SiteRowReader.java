package org.studyatlas.http.search;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.studyatlas.render.SiteRow;
import org.studyatlas.render.StudyProfile;
import org.studyatlas.render.StudyProfileReader;
import org.studyatlas.render.StudySite;
import org.studyatlas.schema.RecordPointer;
import org.studyatlas.schema.RecordText;
import org.studyatlas.search.OpenGeneration;
import org.studyatlas.search.SiteHit;

/** Reads what rows of sites show, each study's record once whatever the number of its sites. */
final class SiteRowReader {

  private SiteRowReader() {}

  /** The rows, in the order of the hits. */
  static List<SiteRow> read(OpenGeneration generation, List<SiteHit> hits) throws IOException {
    Map<Long, List<Integer>> byRecord =
        IntStream.range(0, hits.size())
            .boxed()
            .collect(groupingBy(i -> hits.get(i).record().offset(), TreeMap::new, toList()));
    SiteRow[] rows = new SiteRow[hits.size()];
    for (List<Integer> ofStudy : byRecord.values()) {
      RecordPointer record = hits.get(ofStudy.getFirst()).record();
      List<Integer> ordinals = ofStudy.stream().map(i -> hits.get(i).site().ordinal()).toList();
      StudyProfile profile = profile(generation, record, ordinals);
      Map<Integer, StudySite> sites =
          profile.sites().stream().collect(toMap(StudySite::ordinal, identity()));
      for (int i : ofStudy) {
        SiteHit hit = hits.get(i);
        rows[i] = row(profile, Objects.requireNonNull(sites.get(hit.site().ordinal())), hit);
      }
    }
    return Arrays.asList(rows);
  }

  private static StudyProfile profile(
      OpenGeneration generation, RecordPointer record, List<Integer> ordinals) throws IOException {
    try (RecordText text = generation.text(record)) {
      return StudyProfileReader.read(text, ordinals);
    }
  }

  private static SiteRow row(StudyProfile profile, StudySite site, SiteHit hit) {
    double meters = hit.site().meters();
    boolean measured = Double.isFinite(meters);
    return new SiteRow(
        profile.summary().nctId(),
        profile.summary().briefTitle(),
        profile.summary().overallStatus(),
        site,
        measured ? Math.round(meters / 100) / 10.0 : null,
        hit.site().resolved(),
        measured ? hit.site().precision() : null);
  }
}
