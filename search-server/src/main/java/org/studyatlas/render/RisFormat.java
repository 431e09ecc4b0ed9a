package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.studyatlas.fields.FieldCatalogue;

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

  private static final List<String> TAGS =
      List.of(
          "TY", "ID", "AN", "TI", "ST", "AU", "A2", "PY", "DA", "AB", "KW", "N1", "DB", "DP", "UR",
          "ER");
  private static final SelectionNode ROOT =
      FieldSelection.of(RisRecord.PIECES.stream().map(FieldCatalogue.standard()::getPiece).toList())
          .root();
  private static final RisFormat ALL_TAGS = new RisFormat(Set.copyOf(TAGS));

  private final Set<String> tags;

  private RisFormat(Set<String> tags) {
    this.tags = tags;
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
    Set<String> tags = new LinkedHashSet<>(List.of(RisRecord.TYPE, RisRecord.END));
    for (String tag : FieldsParameter.items(fields, false)) {
      if (!TAGS.contains(tag)) {
        throw InvalidFieldsException.unknownTag(tag);
      }
      tags.add(tag);
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
    for (RisRecord.Line line : RisRecord.lines(PartReader.read(study, ROOT))) {
      if (tags.contains(line.tag())) {
        String text = line.tag() + "  - " + line.value() + "\r\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
