package org.studyatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.studyatlas.cli.Commands.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.studyatlas.build.StudyZip;
import org.studyatlas.cli.Commands.Outcome;

class IdListTest {

  @TempDir Path temp;

  @Test
  void readsAListOfIdsWithAByteOrderMark() throws IOException {
    run("build", "--quiet", zip(5), index());
    byte[] list = "\uFEFFNCT00000003\r\nNCT00000009\r\n".getBytes(StandardCharsets.UTF_8);

    assertThat(run(list, "info", index(), "--missing=-").out().lines())
        .containsExactly("NCT00000003\tindexed", "NCT00000009\tnot-in-index");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1"})
  void refusesAListOfIdsThatIsNoUtf8(String charset) throws IOException {
    run("build", "--quiet", zip(5), index());
    Path list = temp.resolve("ids.txt");
    Files.write(list, "NCT00000003\nétude\n".getBytes(Charset.forName(charset)));

    Outcome refused = run("info", index(), "--missing=" + list);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("studyatlas info: " + list + " is no UTF-8 text (byte 0x")
        .contains("; save it as UTF-8 with one NCT id a line\n");
    assertThat(refused.err().lines()).hasSize(2);
  }

  @Test
  void refusesAFolderAsAListOfIds() throws IOException {
    run("build", "--quiet", zip(5), index());

    assertThat(run("info", index(), "--missing=" + temp).err())
        .startsWith(
            "studyatlas info: " + temp + " is a folder; give a file with one NCT id a line");
  }

  private String zip(int studies) throws IOException {
    return StudyZip.ofStudies(studies).write(temp.resolve("studies.zip")).toString();
  }

  private String index() {
    return temp.resolve("index").toString();
  }
}
