package org.studyatlas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.studyatlas.fixture.SharedData;
import org.studyatlas.schema.Generation;
import org.studyatlas.study.NctId;

/** Builds from real studies, where they lie beside the checkout. */
class RealStudiesTest {

  @TempDir Path temp;

  @Test
  void indexesEveryRealStudyAndKeepsItsBytes() throws IOException {
    Path zip = SharedData.require("data/series/2026-02-04.zip");

    BuildResult.Published result = Builds.publish(Builds.options(zip, temp.resolve("index")));

    Generation sound = Builds.requireSound(temp.resolve("index"));
    assertThat(result.report().problems().rejected()).isEmpty();
    SortedMap<NctId, String> records = Builds.records(sound);
    try (ZipFile file = new ZipFile(zip.toString())) {
      assertThat(records).hasSize(file.size());
      for (Enumeration<? extends ZipEntry> i = file.entries(); i.hasMoreElements(); ) {
        ZipEntry entry = i.nextElement();
        String name = entry.getName().replaceFirst(".*/", "").replace(".json", "");
        byte[] json = file.getInputStream(entry).readAllBytes();
        assertThat(records.get(NctId.parse(name))).as(name).isEqualTo(new String(json, "UTF-8"));
      }
    }
  }
}
