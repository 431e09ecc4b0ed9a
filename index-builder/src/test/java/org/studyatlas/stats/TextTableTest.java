package org.studyatlas.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TextTableTest {

  @Property(tries = 200)
  void countsLikeAMapAndForgetsAll(@ForAll List<@LongRange(min = -9, max = 9) Long> numbers) {
    TextTable table = new TextTable(4);
    for (int round = 0; round < 2; round++) {
      Map<TextKey, Integer> expected = new HashMap<>();
      for (long number : numbers) {
        // Keys that share their low bits: they all start at the same slot.
        TextKey key = new TextKey(number, number << 40);
        expected.merge(key, 1, Integer::sum);
        int slot = table.add(key.high(), key.low(), number & 0xFF);
        assertThat(table.count(slot)).isEqualTo(expected.get(key));
        assertThat(table.place(slot)).isEqualTo(number & 0xFF);
      }
      assertThat(contents(table)).isEqualTo(expected);
      assertThat(table.size()).isEqualTo(expected.size());
      table.clear();
      assertThat(contents(table)).isEmpty();
    }
  }

  private static Map<TextKey, Integer> contents(TextTable table) {
    Map<TextKey, Integer> contents = new HashMap<>();
    for (int slot = 0; slot < table.slots(); slot++) {
      if (table.count(slot) > 0) {
        contents.put(new TextKey(table.high(slot), table.low(slot)), table.count(slot));
      }
    }
    return contents;
  }
}
