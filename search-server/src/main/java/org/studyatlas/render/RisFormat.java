package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes a study as a RIS record for reference managers: UTF-8, lines ended by CRLF.
 *
 * <p>Which tags the registry itself writes is not known, so these are our choice: type {@code
 * DBASE}; the NCT number as {@code ID} and {@code AN}; brief title {@code TI}, acronym {@code ST};
 * lead sponsor {@code AU}, collaborators {@code A2}; year and day of first posting {@code PY} and
 * {@code DA}; brief summary {@code AB}, without markup and line ends; conditions, keywords and
 * interventions {@code KW}; official title and overall status {@code N1}; {@code DB}, {@code DP}
 * and {@code UR} tell where the study comes from.
 */
public final class RisFormat {

  private static final RisFormat ALL_TAGS = new RisFormat(EnumSet.allOf(RisTag.class));

  private final Set<RisTag> tags;
  private final SelectionNode root;

  private RisFormat(Set<RisTag> tags) {
    this.tags = tags;
    root = FieldSelection.ofPieces(tags.stream().flatMap(tag -> tag.pieces().stream())).root();
  }

  /** The format with every tag. */
  public static RisFormat allTags() {
    return ALL_TAGS;
  }

  /**
   * The format with those tags. {@code TY} and {@code ER}, without which there is no record, are
   * always written.
   *
   * @param fields tags, separated by commas or pipes, exact case
   * @throws InvalidFieldsException if there is no such tag
   */
  public static RisFormat parse(String fields) throws InvalidFieldsException {
    Set<RisTag> tags = EnumSet.of(RisTag.TY, RisTag.ER);
    for (String name : FieldsParameter.items(fields, false)) {
      tags.add(RisTag.find(name).orElseThrow(() -> InvalidFieldsException.unknownTag(name)));
    }
    return new RisFormat(tags);
  }

  /**
   * Writes the record of one study.
   *
   * @param study its JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public void write(byte[] study, OutputStream out) throws IOException {
    Part part = PartReader.read(study, root);
    for (RisTag tag : tags) {
      for (String value : tag.valuesOf(part)) {
        out.write((tag + "  - " + value + "\r\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
