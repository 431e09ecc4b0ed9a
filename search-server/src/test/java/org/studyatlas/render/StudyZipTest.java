package org.studyatlas.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.studyatlas.fixture.StudyFixture;
import org.studyatlas.study.NctId;

class StudyZipTest {

  private static final byte[] STUDY = StudyFixture.study("NCT00000142").json();

  @Test
  void holdsTheStudyUnderItsNumber() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(write()))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry).isNotNull();
      assertThat(entry.getName()).isEqualTo("NCT00000142.json");
      assertThat(zip.readAllBytes()).isEqualTo(STUDY);
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void isTheSameEachTime() throws IOException {
    assertThat(write()).isEqualTo(write());
  }

  private static byte[] write() throws IOException {
    StudyProjection whole = StudyProjection.of(FieldSelection.everything(), MarkupFormat.MARKDOWN);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StudyZip.write(new NctId(142), STUDY, whole, out);
    return out.toByteArray();
  }
}
