package org.studyatlas.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.studyatlas.fields.Field;
import org.studyatlas.schema.RecordText;

/**
 * Reads what a list of hits shows: a study's summary and chosen sites, in one pass over the record
 * that ends behind the last of them.
 */
public final class StudyProfileReader {

  private static final List<String> SUMMARY_PIECES =
      List.of(
          "NCTId",
          "BriefTitle",
          "OverallStatus",
          "StartDate",
          "CompletionDate",
          "LeadSponsor",
          "Condition",
          "StudyType",
          "Phase",
          "EnrollmentCount",
          "InterventionType",
          "InterventionName");

  private static final SelectionNode SUMMARY =
      FieldSelection.ofPieces(SUMMARY_PIECES.stream()).root();
  private static final SelectionNode SITES = FieldSelection.ofPieces(Stream.of("Location")).root();
  private static final SelectionNode SUMMARY_AND_SITES =
      FieldSelection.ofPieces(Stream.concat(SUMMARY_PIECES.stream(), Stream.of("Location"))).root();

  private StudyProfileReader() {}

  /**
   * Reads the summary and some of the sites.
   *
   * @param siteOrdinals places in the study's list of sites, from 0, in any order; those that the
   *     study does not have are passed over
   * @throws IOException if the record is no study
   */
  public static StudyProfile read(RecordText study, Collection<Integer> siteOrdinals)
      throws IOException {
    if (siteOrdinals.isEmpty()) {
      return new StudyProfile(StudySummary.of(PartReader.read(study, SUMMARY, null)), List.of());
    }
    SiteChoice choice = choice(SUMMARY_AND_SITES, siteOrdinals);
    Part part = PartReader.read(study, SUMMARY_AND_SITES, choice);
    return new StudyProfile(StudySummary.of(part), sites(part, choice.ordinals()));
  }

  /**
   * Reads some of the sites, in the order of the record.
   *
   * @param siteOrdinals as in {@link #read}
   * @throws IOException if the record is no study
   */
  public static List<StudySite> sites(RecordText study, Collection<Integer> siteOrdinals)
      throws IOException {
    if (siteOrdinals.isEmpty()) {
      return List.of();
    }
    SiteChoice choice = choice(SITES, siteOrdinals);
    return sites(PartReader.read(study, SITES, choice), choice.ordinals());
  }

  /**
   * Reads all sites, in the order of the record.
   *
   * @throws IOException if the record is no study
   */
  public static List<StudySite> allSites(byte[] study) throws IOException {
    return allSites(PartReader.read(study, SITES));
  }

  static List<StudySite> allSites(Part study) {
    BitSet all = new BitSet();
    all.set(0, siteParts(study).size());
    return sites(study, all);
  }

  private static SiteChoice choice(SelectionNode root, Collection<Integer> ordinals) {
    return SiteChoice.of(root.at(Field.SITES_PATH), ordinals);
  }

  /**
   * The sites that were read belong to the ordinals in order; the last may lack a site, and what is
   * left belongs to a second list, which is not searched.
   */
  private static List<StudySite> sites(Part part, BitSet ordinals) {
    List<StudySite> sites = new ArrayList<>();
    int ordinal = ordinals.nextSetBit(0);
    for (Part site : siteParts(part)) {
      if (ordinal < 0) {
        break;
      }
      sites.add(StudySite.of(ordinal, site));
      ordinal = ordinals.nextSetBit(ordinal + 1);
    }
    return sites;
  }

  private static List<Part> siteParts(Part part) {
    return part.partsAt(Field.SITES_PATH);
  }
}
