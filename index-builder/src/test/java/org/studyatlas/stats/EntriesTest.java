package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EntriesTest {

  @Property(tries = 200)
  void handsOutWhatWasAddedAfterAWayOverDisk(@ForAll List<Long> numbers) throws IOException {
    Entries entries = new Entries();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      entries.addValue(i % 531, numbers.get(i));
      entries.addListSize(i % 531, i + 1);
      expected.add(i % 531 + "=" + numbers.get(i));
      expected.add(i % 531 + " has " + (i + 1));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entries.writeTo(new DataOutputStream(out));
    Entries copy = new Entries();
    copy.readFrom(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
    assertThat(texts(copy)).isEqualTo(expected);
    assertThat(texts(copy)).as("read again").isEqualTo(expected);
  }

  private static List<String> texts(Entries entries) {
    List<String> texts = new ArrayList<>();
    entries.read(
        new Entries.Receiver() {
          @Override
          public void value(int field, long number) {
            texts.add(field + "=" + number);
          }

          @Override
          public void listSize(int field, int size) {
            texts.add(field + " has " + size);
          }
        });
    return texts;
  }
}
