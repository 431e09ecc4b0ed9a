package org.studyatlas.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.study.NctId;

/** Writes small zips in the layout of the registry's bulk download. */
public final class StudyZip {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Starts with no entry. */
  public StudyZip() {}

  /** A zip of so many studies with two sites each; the same ones every time. */
  public static StudyZip ofStudies(int count) {
    StudyZip zip = new StudyZip();
    for (int i = 1; i <= count; i++) {
      zip.add(study(i, "2026-08-13"));
    }
    return zip;
  }

  /** A study with that number, two sites, and a title that tells its snapshot. */
  public static StudyFixture study(int number, String snapshotDay) {
    return StudyFixture.study(new NctId(number).toString())
        .title("Study " + number + " as of " + snapshotDay)
        .conditions("Condition " + number % 7)
        .with("derivedSection.miscInfoModule.versionHolder", snapshotDay)
        .site("Toronto", "Canada", "RECRUITING", 43.7, -79.42)
        .site(Map.of("city", "Nowhere", "country", "Canada"));
  }

  /** Adds a study under its official name. */
  public StudyZip add(StudyFixture study) {
    String text = study.text();
    String id = text.replaceFirst(".*\"nctId\":\"(NCT\\d{8})\".*", "$1");
    return add(NctId.parse(id).folder() + "/" + id + ".json", study.json());
  }

  /** Adds an entry. */
  public StudyZip add(String name, byte[] content) {
    if (entries.put(name, content) != null) {
      throw new IllegalArgumentException("a zip cannot hold two entries named " + name);
    }
    return this;
  }

  /** Adds an entry that is no study. */
  public StudyZip add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
