package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.studyatlas.schema.RecordText;
import org.studyatlas.study.NctId;

/** Writes one study as a zip with one entry: the registry's format {@code json.zip}. */
public final class StudyZip {

  /** The earliest that the format knows, so that the same study gives the same bytes. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private StudyZip() {}

  /**
   * Writes the zip; its entry is named {@code NCT........json}.
   *
   * @param study the study's JSON in UTF-8
   * @throws IOException if the stream fails or the record is no study
   */
  public static void write(NctId id, byte[] study, StudyProjection projection, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    ZipEntry entry = new ZipEntry(id + ".json");
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    projection.write(RecordText.of(study), zip);
    zip.closeEntry();
    zip.finish();
  }
}
