package org.studyatlas.mapping;

import java.util.List;
import org.apache.lucene.document.Document;
import org.studyatlas.schema.BlockFields;
import org.studyatlas.study.NctId;

/**
 * A study as Lucene documents.
 *
 * @param id its NCT id
 * @param recency how new the record is
 * @param block one document per site, in the record's order, then the study's own
 * @param sitesWithPoint sites that have coordinates
 * @param problems values that could not be indexed as their fields demand
 * @param values everything that the record says, in its order, and what is derived from it
 */
public record MappedStudy(
    NctId id,
    Recency recency,
    List<Document> block,
    int sitesWithPoint,
    List<FieldProblem> problems,
    List<StudyValue> values) {

  /** Copies the lists; the block stays mutable, since the record's place is added to it. */
  public MappedStudy {
    problems = List.copyOf(problems);
    values = List.copyOf(values);
  }

  /** The study's own document. */
  public Document study() {
    return block.getLast();
  }

  /** Number of sites. */
  public int sites() {
    return block.size() - 1;
  }

  /** Places of the sites in the record's list, from 0: what is no site has none. */
  public int[] siteOrdinals() {
    return block.subList(0, sites()).stream()
        .map(site -> site.getField(BlockFields.SITE_ORDINAL))
        .mapToInt(ordinal -> ordinal.numericValue().intValue())
        .toArray();
  }
}
